/set mode vitrine normal -quiet
/set prompt vitrine "vitrine> " "    ...> "
/set truncation vitrine 1000000
/set format vitrine result "{name} ==>{post}{value}{post}" added,modified,replaced-ok-primary
/set mode vitrine -retain
/set feedback -retain vitrine
/exit
