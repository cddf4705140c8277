/set prompt vitrine "" ""
