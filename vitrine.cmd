@echo off
rem Starts Vitrine: finds a JDK 25 or later, builds what is missing or out of date, then runs the command line.
rem
rem   vitrine predictions " Heathrow airport is in the city of"
rem
rem It reads three variables: VITRINE_JAVA_HOME (the JDK to use), VITRINE_JAVA_OPTS (further options for the JVM) and
rem TORNADOVM_HOME (the TornadoVM that drives the GPU).
rem What it builds lies in ui\target\app; `mvn clean` removes all of it. The script `vitrine` does the same elsewhere.

rem An exclamation mark in an argument stays one.
setlocal DisableDelayedExpansion
set "needed_jdk=25"
set "main=org.vitrine.ui/org.vitrine.ui.cli.Main"
set "here=%~dp0"
set "app=%here%ui\target\app"
rem A window stays open: what it no longer needs goes back to the machine after some seconds in which nothing is done.
set "options=-XX:+UseParallelGC"
set "window_options=-XX:+UseG1GC -XX:G1HeapRegionSize=4m -XX:G1PeriodicGCInterval=3000 -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10"
if "%~1"=="" set "options=%window_options%"
if "%~1"=="view" set "options=%window_options%"

call :find_jdk || exit /b 1
call :is_built || call :build || exit /b 1
if not exist "%app%\classes.jsa" call :train
call :find_tornadovm %*
rem jshell explains itself as every command does. It is on the class path: only the Java that it starts has our modules.
set "shell="
if [%1]==[jshell] if not [%2]==[--help] if not [%2]==[-h] if not [%2]==[--version] if not [%2]==[-V] set "shell=yes"
rem With TornadoVM there is no archive: it is one of the JDK's own compiler and of our modules alone.
set accelerated="-XX:SharedArchiveFile=%app%\classes.jsa"
set "modules=%app%\lib"
if defined tornadovm call :use_tornadovm

rem The pictures in the terminal need UTF-8; the console gets its own code page back afterwards.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "code_page=%%c"
chcp 65001 >nul
if defined shell goto :jshell
"%jdk%\bin\java.exe" %options% -Xlog:disable --enable-native-access=javafx.graphics -p "%modules%" ^
    %accelerated% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    %VITRINE_JAVA_OPTS% -m %main% %*
goto :done
:jshell
"%jdk%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Dstdout.encoding=UTF-8 ^
    -Dstderr.encoding=UTF-8 -cp "%app%\lib\*" "-Dvitrine.modules=%app%\lib" org.vitrine.ui.shell.Shell %*
:done
set "status=%errorlevel%"
chcp %code_page% >nul
exit /b %status%

rem ------------------------------------------------------------------------------------------------------- the JDK

rem Sets jdk. The folder found last time is tried before the machine is searched again.
:find_jdk
if not defined VITRINE_JAVA_HOME goto :search
call :is_new_enough "%VITRINE_JAVA_HOME%" && exit /b 0
echo vitrine: VITRINE_JAVA_HOME is "%VITRINE_JAVA_HOME%", which is not a JDK %needed_jdk% or later; point it at one, or unset it to let vitrine search.>&2
exit /b 1
:search
set "remembered="
if exist "%app%\jdk" set /p remembered=<"%app%\jdk"
if defined remembered call :is_new_enough "%remembered%" && exit /b 0
if defined JAVA_HOME call :is_new_enough "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%j in ('where java 2^>nul') do call :is_new_enough "%%~dpj.." && exit /b 0
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" ^
        "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" ^
        "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" ^
        "%USERPROFILE%\.sdkman\candidates\java\*") do call :is_new_enough "%%~j" && exit /b 0
echo vitrine: needs a JDK %needed_jdk% or later and found none; install one, for example Temurin %needed_jdk% from https://adoptium.net (or set VITRINE_JAVA_HOME to where it is).>&2
exit /b 1

rem Sets jdk to the given folder if that is a JDK of the needed version or a later one; its `release` file says so.
:is_new_enough
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "version="
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%v"
if not defined version exit /b 1
set "version=%version:"=%"
if %version% lss %needed_jdk% exit /b 1
set "jdk=%~1"
exit /b 0

rem ----------------------------------------------------------------------------------------------------- TornadoVM

rem Sets tornadovm to TornadoVM's folder where these arguments ask for the GPU, or open the window, in which it may be chosen.
rem Where there is none, Java says what to do. A comma, a space or an equals sign ends an argument here, so `--backend=gpu` is two.
:find_tornadovm
set "tornadovm="
set "gpu="
set "complaint="
if [%1]==[] set "gpu=possible"
if [%1]==[view] set "gpu=possible"
if [%1]==[devices] set "gpu=asked"
if [%1]==[check] set "gpu=asked"
:next_argument
if [%1]==[] goto :look_for_tornadovm
if [%1]==[--] goto :look_for_tornadovm
if [%1]==[--backend] if /i [%~2]==[gpu] set "gpu=asked"
shift /1
goto :next_argument
:look_for_tornadovm
if not defined gpu exit /b 0
if defined TORNADOVM_HOME (
    call :is_tornadovm "%TORNADOVM_HOME%" && exit /b 0
) else (
    for /d %%t in ("%USERPROFILE%\.sdkman\candidates\tornadovm\*") do call :is_tornadovm "%%~t" && exit /b 0
)
if "%gpu%"=="asked" if defined complaint echo vitrine: %complaint%.>&2
exit /b 0

rem Sets tornadovm to the given folder if it holds a TornadoVM for the JDK that was found, which must be the very one it was
rem made for: its compiler is part of that JDK. Else sets complaint to why not.
:is_tornadovm
set "complaint=%~1 is not TornadoVM's folder (it has no file tornado-argfile)"
set "original="
if exist "%~1\tornado-argfile.template" set "original=%~1\tornado-argfile.template"
if exist "%~1\tornado-argfile" set "original=%~1\tornado-argfile"
if not defined original exit /b 1
call :is_new_enough "%jdk%"
for /f "tokens=1 delims=." %%v in ("%version%") do set "major=%%v"
set "complaint=the TornadoVM in %~1 is not made for JDK %major%, on which Vitrine runs; install the one whose version says jdk%major%"
if not exist "%~1\share\java\tornado\tornado-api-*-jdk%major%*.jar" exit /b 1
set "tornadovm=%~1"
exit /b 0

rem Sets accelerated and modules to what starts Java with TornadoVM. Of the options that it keeps in a file, those are left out
rem that are chosen here, and all paths; the script `vitrine` says why.
:use_tornadovm
findstr /v /b /r /c:"-XX:+Use[A-Za-z0-9]*GC" /c:"-Dstdout.encoding=" /c:"-Djava.library.path=" /c:"--module-path" ^
    /c:"-p " /c:"--upgrade-module-path" "%original%" >"%app%\tornado-argfile"
set "modules=%modules%;%tornadovm%\share\java\tornado"
set accelerated="@%app%\tornado-argfile" -Dtornado.recover.bailout=False -Dtornado.tvm.maxbytecodesize=65536 ^
    "-Djava.library.path=%tornadovm%\lib" --add-reads org.vitrine.tornado=tornado.api
if exist "%tornadovm%\share\java\graalJars" set accelerated=%accelerated% --upgrade-module-path "%tornadovm%\share\java\graalJars"
set "TORNADOVM_HOME=%tornadovm%"
exit /b 0

rem ----------------------------------------------------------------------------------------------------- the build

rem The build sets the stamp's time to its own start, so whatever was changed since then is newer.
:is_built
if not exist "%app%\stamp" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item (Join-Path $env:app 'stamp')).LastWriteTimeUtc; $sources = @(Get-Item (Join-Path $env:here 'pom.xml'), (Join-Path $env:here '*\pom.xml')) + @(Get-ChildItem (Join-Path $env:here '*\src\main') -Recurse); exit @($sources | Where-Object { $_.LastWriteTimeUtc -gt $built }).Count"
exit /b %errorlevel%

:build
set "log=%here%target\launcher-build.log"
where mvn >nul 2>nul && goto :build_with_maven
echo vitrine: has to be built first, and Maven (the command mvn, 3.8 or later) was not found; install it, for example from https://maven.apache.org.>&2
exit /b 1
:build_with_maven
echo Building Vitrine (first start and after changes, about a minute)...>&2
if not exist "%here%target" mkdir "%here%target"
set "JAVA_HOME=%jdk%"
rem The published copy of TornadoVM's API is compiled against, whichever version the user has.
set "users_tornadovm=%TORNADOVM_HOME%"
set "TORNADOVM_HOME="
rem Formatter and warnings have their say in `mvn verify`; they should not stand between a student's edit and its effect.
call mvn -q -B -ntp -f "%here%pom.xml" -pl ui -am package -Dmaven.test.skip=true -Dformatter.skip=true -Dstrict=false <nul >"%log%" 2>&1 && set "TORNADOVM_HOME=%users_tornadovm%" && exit /b 0
type "%log%" >&2
echo vitrine: the build failed; Maven's messages are above.>&2
exit /b 1

rem The classes that this command loads come out of an archive afterwards. A JVM that cannot use it starts without.
:train
"%jdk%\bin\java.exe" -XX:+UseParallelGC -Xlog:disable --enable-native-access=javafx.graphics -p "%app%\lib" ^
    "-XX:ArchiveClassesAtExit=%app%\classes.jsa" ^
    -m %main% rankings "The keys to the cabinet" --generate 1 <nul >nul 2>nul
if not exist "%app%\classes.jsa" type nul >"%app%\classes.jsa"
>"%app%\jdk" echo %jdk%
exit /b 0
