# milesbot in a container: all duties in one process, with a PostgreSQL elsewhere (docker-compose.yml has one).
#   docker build -t milesbot .
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Pquick -DskipTests package \
  && mkdir -p /out/bin /out/lib /out/plugins \
  && cp scripts/milesbot /out/bin/ \
  && cp cli/target/milesbot.jar /out/lib/ \
  && find plugins -path '*/target/milesbot-plugin-*.zip' ! -path '*/sample/*' -exec cp {} /out/plugins/ \;

FROM eclipse-temurin:21-jre
# Pictures need a font with accents.
RUN apt-get update \
  && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --user-group --uid 10001 --home-dir /var/lib/milesbot --create-home --shell /usr/sbin/nologin milesbot
COPY --from=build /out /opt/milesbot
ENV MILESBOT_HOME=/var/lib/milesbot \
    MILESBOT_WEB_HOST=0.0.0.0 \
    PATH=/opt/milesbot/bin:$PATH
USER milesbot
# The archive that makes Java start quickly is part of the image; the volume begins as a copy of this folder.
RUN milesbot warm-cache || true
VOLUME /var/lib/milesbot
EXPOSE 8080
STOPSIGNAL SIGTERM
# Without curl, which the image does not have: whether the process answers. /health says whether all is well.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MILESBOT_WEB_PORT:-8080} && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["/opt/milesbot/bin/milesbot"]
CMD ["run"]
