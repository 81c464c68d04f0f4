#!/bin/sh
# Draws docs/screenshots anew from the simulated platform. Needs no display. --terminal leaves out the desktop.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
"$home/pilothouse" --version >/dev/null
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
  -cp "$home/tui-app/target/tui-app-0.1.0-SNAPSHOT.jar:$(cat "$home/tui-app/target/classpath.txt")" \
  dev.pilothouse.cli.TerminalPictures "$home/docs/screenshots"
[ "${1:-}" = --terminal ] && exit 0
exec "$JAVA_HOME/bin/java" -Dglass.platform=Headless -Dprism.order=sw --enable-native-access=ALL-UNNAMED \
  -cp "$home/fx-app/target/fx-app-0.1.0-SNAPSHOT.jar:$(cat "$home/fx-app/target/classpath.txt")" dev.pilothouse.fx.DemoPictures "$home/docs/screenshots"
