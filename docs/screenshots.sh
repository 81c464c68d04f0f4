#!/bin/sh
# Draws docs/screenshots anew from the simulated platform. Needs no display.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
"$home/pilothouse" --version >/dev/null
exec "$JAVA_HOME/bin/java" -Dglass.platform=Headless -Dprism.order=sw --enable-native-access=ALL-UNNAMED \
  -cp "$home/fx-app/target/fx-app-0.1.0-SNAPSHOT.jar:$(cat "$home/fx-app/target/classpath.txt")" dev.pilothouse.fx.DemoPictures "$home/docs/screenshots"
