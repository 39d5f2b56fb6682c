#!/usr/bin/env bash
# Installs milesbot from an unpacked release, or brings an installation to this release; install.sh --help has the options.
#
#   PREFIX/releases/ID   one folder a release; the last three are kept
#   PREFIX/current       the one in use, PREFIX/previous the one before it
#
# Running it again changes nothing. An upgrade tries the new release before anything is switched, keeps a backup, migrates the
# database and looks whether it answers; where one of these fails, the old release and the old data are put back.
set -euo pipefail
umask 022

case ${MILESBOT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in en*) english=yes ;; *) english= ;; esac

say() { # in Portuguese, in English
  if [ -n "$english" ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

fail() { # exit code, in Portuguese, in English
  say "erro: $2" "error: $3" >&2
  exit "$1"
}

usage() {
  say "Uso: install.sh [OPÇÕES]
Instala o milesbot a partir desta pasta, ou atualiza o que já está instalado (com backup e volta automática).

  --from PASTA|ZIP  instala a versão descompactada nessa pasta, ou esse zip
  --user            só para este usuário, em ~/.local/opt/milesbot (o normal, se não for root)
  --system          para a máquina, em /opt/milesbot, com um usuário milesbot (o normal para root)
  --prefix PASTA    instala em outra pasta
  --start           habilita e inicia os serviços: tudo num processo só
  --duties          com --start: cada tarefa por si, com timers
  --rollback        volta à versão anterior
  --uninstall       remove o programa e as unidades; os dados e a configuração ficam
  --help            esta ajuda

Exemplos:
  sudo ./install.sh --start
  ./install.sh --from milesbot-0.2.0.zip
  sudo /opt/milesbot/current/install.sh --uninstall" "Usage: install.sh [OPTIONS]
Installs milesbot from this folder, or upgrades what is installed (with a backup, and back by itself if it fails).

  --from DIR|ZIP  install the release unpacked in that folder, or that zip
  --user          for this user alone, in ~/.local/opt/milesbot (the default unless root)
  --system        for the machine, in /opt/milesbot, with a user milesbot (the default for root)
  --prefix DIR    install into another folder
  --start         enable and start the services: all in one process
  --duties        with --start: each duty by itself, with timers
  --rollback      go back to the release before
  --uninstall     remove the program and the units; data and configuration stay
  --help          this help

Examples:
  sudo ./install.sh --start
  ./install.sh --from milesbot-0.2.0.zip
  sudo /opt/milesbot/current/install.sh --uninstall"
}

# --- what was asked for -------------------------------------------------------------------------------------------------------

mode='' prefix='' start='' duties='' action=install
from=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
[ "$(id -u)" = 0 ] && mode=system || mode=user

value() { # option, its value or nothing
  [ -n "${2:-}" ] || fail 2 "$1 precisa de um valor; veja install.sh --help" "$1 needs a value; see install.sh --help"
}

while [ $# -gt 0 ]; do
  case $1 in
    --user | --system) mode=${1#--} ;;
    --prefix) value "$1" "${2:-}" && prefix=$2 && shift ;;
    --from) value "$1" "${2:-}" && from=$2 && shift ;;
    --start) start=yes ;;
    --duties) duties=yes ;;
    --rollback) action=rollback ;;
    --uninstall) action=uninstall ;;
    --help | -h) usage && exit 0 ;;
    *) fail 2 "opção desconhecida: $1; veja install.sh --help" "unknown option: $1; see install.sh --help" ;;
  esac
  shift
done

# DESTDIR is for those who make packages: everything goes below it, and neither users nor services are touched.
destdir=${DESTDIR:-}
if [ "$mode" = system ]; then
  [ "$(id -u)" = 0 ] || [ -n "$destdir" ] || fail 2 "--system precisa de root; use sudo, ou --user" "--system needs root; use sudo, or --user"
  prefix=${prefix:-/opt/milesbot} data=/var/lib/milesbot config=/etc/milesbot command=/usr/local/bin/milesbot units=/etc/systemd/system
  manual=/usr/local/share/man
else
  : "${HOME:?}"
  prefix=${prefix:-$HOME/.local/opt/milesbot} data=${XDG_DATA_HOME:-$HOME/.local/share}/milesbot
  config=$HOME/.config/milesbot command=$HOME/.local/bin/milesbot units=$HOME/.config/systemd/user
  manual=${XDG_DATA_HOME:-$HOME/.local/share}/man
fi
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
case $prefix in *[!A-Za-z0-9/._-]*) fail 2 "--prefix $prefix: use só letras, algarismos e / . _ -" "--prefix $prefix: use letters, digits and / . _ - only" ;; esac
root=$destdir$prefix

# --- who runs what ------------------------------------------------------------------------------------------------------------

control() { # systemctl of the right manager
  if [ "$mode" = system ]; then systemctl "$@"; else systemctl --user "$@"; fi
}

has_services() {
  [ -z "$destdir" ] && command -v systemctl >/dev/null 2>&1 || return 1
  if [ "$mode" = system ]; then [ -d /run/systemd/system ]; else systemctl --user show-environment >/dev/null 2>&1; fi
}

milesbot() { # a release's folder, then the words of the command
  local program=$1/bin/milesbot
  shift
  if [ "$mode" = system ] && [ -z "$destdir" ]; then
    # Idle for ever: the database's server has a unit that ends it.
    runuser -u milesbot -- env MILESBOT_DATABASE_IDLE=0 MILESBOT_HOME="$data" CREDENTIALS_DIRECTORY="$config/secrets" "$program" "$@"
  else
    MILESBOT_HOME=$destdir$data CREDENTIALS_DIRECTORY=$destdir$config/secrets "$program" "$@"
  fi
}

owned() { # folders or files that the user milesbot is to own
  if [ "$mode" = system ] && [ -z "$destdir" ]; then chown milesbot:milesbot "$@"; fi
}

link() { # target, name: in one step
  ln -sfn "$1" "$2.new"
  mv -fT "$2.new" "$2"
}

in_use() { if [ -L "$root/$1" ]; then readlink "$root/$1"; fi; }

# --- services -----------------------------------------------------------------------------------------------------------------

stopped=()

stop_services() {
  local unit
  stopped=()
  has_services || return 0
  for unit in milesbot-run.service milesbot-duties.target milesbot-bot.service milesbot-serve.service milesbot.service \
    milesbot-scrape.timer milesbot-notify.timer milesbot-forecast.timer milesbot-tidy.timer milesbot-backup.timer; do
    if control is-active --quiet "$unit"; then stopped+=("$unit"); fi
  done
  [ ${#stopped[@]} = 0 ] || control stop "${stopped[@]}"
  # One that runs for a moment only, and would write while the database is migrated.
  [ "$mode" = user ] || control stop milesbot-scrape.service milesbot-notify.service milesbot-forecast.service \
    milesbot-tidy.service milesbot-backup.service 2>/dev/null || true
}

start_services() { [ ${#stopped[@]} = 0 ] || control start "${stopped[@]}"; }

install_units() {
  local source=$root/current/systemd file name
  [ "$mode" = system ] || source=$source/user
  mkdir -p "$destdir$units"
  for file in "$source"/*.service "$source"/*.timer "$source"/*.target "$source"/*.d/*.conf; do
    [ -f "$file" ] || continue
    name=${file#"$source"/}
    mkdir -p "$(dirname "$destdir$units/$name")"
    sed -e "s|/opt/milesbot/|$prefix/|g" -e "s|%h/.local/opt/milesbot/|$prefix/|g" \
      -e "s|%h/.local/share/milesbot|$data|g" -e "s|%h/.config/milesbot|$config|g" "$file" >"$destdir$units/$name"
  done
  if has_services; then control daemon-reload; fi
}

enable_services() {
  [ -n "$start" ] || return 0
  has_services || fail 4 "--start: não há systemd aqui; veja cron/ e docs/operations.md" "--start: there is no systemd here; see cron/ and docs/operations.md"
  local chosen=(milesbot-database.service milesbot-run.service milesbot-backup.timer)
  [ -z "$duties" ] || chosen=(milesbot-database.service milesbot-duties.target milesbot-bot.service milesbot-serve.service
    milesbot-scrape.timer milesbot-notify.timer milesbot-forecast.timer milesbot-tidy.timer milesbot-backup.timer)
  [ "$mode" = system ] || chosen=(milesbot.service)
  control enable --now "${chosen[@]}"
}

# --- what lies around the program ---------------------------------------------------------------------------------------------

make_user() {
  [ "$mode" = system ] && [ -z "$destdir" ] || return 0
  getent passwd milesbot >/dev/null && return 0
  useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin milesbot
}

make_folders() {
  mkdir -p "$root/releases" "$destdir$data/backups" "$destdir$config/secrets" "$(dirname "$destdir$command")"
  chmod 750 "$destdir$data" "$destdir$config" "$destdir$config/secrets"
  owned "$destdir$data" "$destdir$data/backups"
  if [ "$mode" = system ] && [ -z "$destdir" ]; then chgrp milesbot "$config" "$config/secrets"; fi
  if [ ! -e "$destdir$config/milesbot.env" ]; then
    cp "$1/.env.example" "$destdir$config/milesbot.env"
    chmod 640 "$destdir$config/milesbot.env"
    if [ "$mode" = system ] && [ -z "$destdir" ]; then chgrp milesbot "$config/milesbot.env"; fi
  fi
  # So that commands typed by people have the settings of the services.
  if [ ! -e "$destdir$data/.env" ] && [ ! -L "$destdir$data/.env" ]; then ln -s "$config/milesbot.env" "$destdir$data/.env"; fi
}

install_command() {
  if [ -e "$destdir$command" ] && ! grep -q 'install.sh of milesbot' "$destdir$command"; then
    say "aviso: $command já existe e não é do instalador; ficou como está" \
      "warning: $command is there and not the installer's; left as it is" >&2
    return
  fi
  rm -f "$destdir$command.new"
  cat >"$destdir$command.new" <<COMMAND
#!/bin/sh
# Written by install.sh of milesbot: the command with the data and the secrets of the services.
if [ '$mode' = system ] && [ "\$(id -u)" = 0 ]; then
  # The database has a unit of its own; started from here it would not belong to it.
  if [ -d /run/systemd/system ]; then
    systemctl start milesbot-database.service || true
    export MILESBOT_DATABASE_IDLE="\${MILESBOT_DATABASE_IDLE:-0}"
  fi
  exec runuser -u milesbot -- "\$0" "\$@"
fi
if [ '$mode' = user ] || [ "\$(id -un)" = milesbot ]; then
  export MILESBOT_HOME="\${MILESBOT_HOME:-$data}" CREDENTIALS_DIRECTORY="\${CREDENTIALS_DIRECTORY:-$config/secrets}"
fi
exec '$prefix/current/bin/milesbot' "\$@"
COMMAND
  chmod 755 "$destdir$command.new"
  mv -f "$destdir$command.new" "$destdir$command"
}

install_manual() { # for man, in both languages; it is no reason to fail
  local language folder
  for language in en pt; do
    folder=$destdir$manual/man1
    [ $language = en ] || folder=$destdir$manual/$language/man1
    if mkdir -p "$folder" && MILESBOT_LANG=$language milesbot "$root/current" man >"$folder/milesbot.1.new"; then
      mv -f "$folder/milesbot.1.new" "$folder/milesbot.1"
    else
      rm -f "$folder/milesbot.1.new"
    fi
  done
}

remove_manual() { rm -f "$destdir$manual/man1/milesbot.1" "$destdir$manual/pt/man1/milesbot.1"; }

# --- the release --------------------------------------------------------------------------------------------------------------

scratch=
leave() { if [ -n "$scratch" ]; then rm -rf "$scratch"; fi; }
trap leave EXIT

find_release() {
  if [ -f "$from" ]; then
    command -v unzip >/dev/null 2>&1 || fail 4 "para instalar de um zip, instale o unzip" "to install from a zip, install unzip"
    scratch=$(mktemp -d)
    unzip -q "$from" -d "$scratch" || fail 3 "$from não é um zip inteiro" "$from is no whole zip"
    from=$(find "$scratch" -mindepth 1 -maxdepth 1 -type d | head -n 1)
  fi
  if [ ! -f "$from/lib/milesbot.jar" ] || [ ! -f "$from/SHA256SUMS" ]; then fail 4 \
    "$from não é uma versão do milesbot; num checkout, rode mvn -Prelease -DskipTests package e depois scripts/install.sh --from dist/target/milesbot-*.zip" \
    "$from is no release of milesbot; in a checkout, run mvn -Prelease -DskipTests package and then scripts/install.sh --from dist/target/milesbot-*.zip"; fi
  local amiss
  amiss=$(cd "$from" && sha256sum --check --quiet SHA256SUMS 2>&1) || fail 3 \
    "arquivos de $from não conferem com SHA256SUMS; baixe de novo:
$amiss" "files of $from are not those of SHA256SUMS; download it again:
$amiss"
}

copy_release() { # its id
  local half=$root/releases/.new-$$
  rm -rf "$half"
  mkdir -p "$half"
  # Only what is listed, so that nothing else that lies there is installed.
  (cd "$from" && sed 's/^[0-9a-f]* [ *]//' SHA256SUMS | tar -cf - -T - SHA256SUMS) | tar -xf - -C "$half" --no-same-owner
  mv -T "$half" "$root/releases/$1"
}

has_database() {
  [ -f "$destdir$data/postgres/data/PG_VERSION" ] || [ -e "$destdir$config/secrets/DATABASE_URL" ] ||
    grep -qs '^ *\(export *\)\{0,1\}DATABASE_URL' "$destdir$config/milesbot.env"
}

forget_release() { # releases/ID, with what the launcher keeps of its jar
  rm -rf "${root:?}/$1"
  rm -f "$destdir$data/cache/"*"+${1//\//+}+lib+"*
}

newest_first() { find "$1" -mindepth 1 -maxdepth 1 -name "$2" -printf '%T@ %p\n' | sort -rn | cut -d ' ' -f 2-; }

forget_old_releases() {
  local old name
  while read -r old; do
    name=releases/$(basename "$old")
    [ "$name" = "$(in_use current)" ] || [ "$name" = "$(in_use previous)" ] || forget_release "$name"
  done < <(newest_first "$root/releases" '*' | tail -n +4)
  while read -r old; do rm -f "$old"; done < <(newest_first "$destdir$data/backups" 'before-*.zip' | tail -n +4)
}

answers() { # a release's folder
  milesbot "$1" db migrate --quiet && milesbot "$1" promos --limit 1 --json >/dev/null
}

# --- install and upgrade ------------------------------------------------------------------------------------------------------

upgrade() { # the new release's id
  local old new=releases/$1 backup=
  old=$(in_use current)
  stop_services
  if has_database; then
    if has_services; then control start milesbot-database.service || true; fi
    backup=$destdir$data/backups/before-$1-$(date -u +%Y%m%dT%H%M%SZ).zip
    milesbot "$root/$old" db backup "$backup" --quiet || {
      start_services || true
      fail 5 "o backup falhou; nada foi mudado" "the backup failed; nothing was changed"
    }
  fi
  link "$new" "$root/current"
  if { [ -z "$backup" ] || answers "$root/current"; } && install_units && start_services; then
    link "$old" "$root/previous"
    say "milesbot atualizado: $old -> $new${backup:+ (backup: $backup)}" "milesbot upgraded: $old -> $new${backup:+ (backup: $backup)}"
    return
  fi
  say "A versão nova não funcionou; voltando para $old…" "The new release does not work; going back to $old…" >&2
  [ ${#stopped[@]} = 0 ] || control stop "${stopped[@]}" || true
  link "$old" "$root/current"
  install_units
  if [ -n "$backup" ]; then milesbot "$root/$old" db restore "$backup" --replace --quiet; fi
  start_services || true
  forget_release "$new"
  fail 1 "a atualização falhou e foi desfeita; $old está em uso${backup:+, com os dados do backup $backup}" \
    "the upgrade failed and was undone; $old is in use${backup:+, with the data of the backup $backup}"
}

install_release() {
  find_release
  make_user
  make_folders "$from"
  local id version
  version=$("$from/bin/milesbot" --version) || fail 4 "a versão nova não roda nesta máquina; nada foi mudado" \
    "the new release does not run on this machine; nothing was changed"
  id=$(printf '%s' "${version#milesbot }" | tr -c 'A-Za-z0-9._-' _)-$(sha256sum "$from/SHA256SUMS" | cut -c 1-8)
  if [ "$(in_use current)" = "releases/$id" ]; then
    install_command
    install_units
    enable_services
    say "milesbot $id já está instalado em $root" "milesbot $id is installed in $root already"
    return
  fi
  [ -d "$root/releases/$id" ] || copy_release "$id"
  install_command
  if [ -n "$(in_use current)" ]; then
    upgrade "$id"
  else
    link "releases/$id" "$root/current"
    install_units
    say "milesbot $id instalado em $root
  configuração  $config/milesbot.env
  segredos      $config/secrets/TELEGRAM_BOT_TOKEN, DATABASE_URL, … (um arquivo para cada um)
  dados         $data
  comando       $command" "milesbot $id installed in $root
  configuration $config/milesbot.env
  secrets       $config/secrets/TELEGRAM_BOT_TOKEN, DATABASE_URL, … (one file each)
  data          $data
  command       $command"
    [ -n "$start" ] || ! has_services || say "Para iniciar os serviços: $0 --start" "To start the services: $0 --start"
  fi
  enable_services
  install_manual
  milesbot "$root/current" warm-cache --quiet >/dev/null 2>&1 || true
  forget_old_releases
}

rollback() {
  local old new
  old=$(in_use previous) new=$(in_use current)
  [ -d "$root/${old:-none}" ] || fail 4 "não há versão anterior em $root" "there is no release before in $root"
  stop_services
  link "$old" "$root/current"
  link "$new" "$root/previous"
  install_units
  start_services
  say "$old está em uso. Se ela disser que o banco de dados é mais novo do que ela, restaure o backup em $data/backups" \
    "$old is in use. If it says that the database is newer than it is, restore the backup in $data/backups"
}

uninstall() {
  local file
  if has_services; then
    stop_services
    control stop milesbot-database.service 2>/dev/null || true
    for file in "$destdir$units"/milesbot*; do
      case $file in *.service | *.timer | *.target) control disable --quiet "$(basename "$file")" 2>/dev/null || true ;; esac
    done
  elif [ -d "$root/current" ] && [ -f "$destdir$data/postgres/data/postmaster.pid" ]; then
    milesbot "$root/current" db stop --quiet || true
  fi
  rm -f "$destdir$units"/milesbot*.service "$destdir$units"/milesbot*.timer "$destdir$units"/milesbot*.target \
    "$destdir$units/milesbot-.service.d/10-common.conf"
  rmdir "$destdir$units/milesbot-.service.d" 2>/dev/null || true
  if has_services; then control daemon-reload; fi
  if grep -qs 'install.sh of milesbot' "$destdir$command"; then rm -f "$destdir$command"; fi
  remove_manual
  rm -rf "${root:?}/releases" "${root:?}/current" "${root:?}/previous"
  rmdir "$root" 2>/dev/null || true
  say "milesbot removido. Ficaram os dados em $data e a configuração em $config; apague-os se não os quiser mais." \
    "milesbot removed. The data in $data and the configuration in $config stayed; delete them if you want them no more."
}

case $action in
  install) install_release ;;
  rollback) rollback ;;
  uninstall) uninstall ;;
esac
