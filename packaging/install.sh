# Installs what is missing, and only that, from the archives this machine already trusts.
# Sourced by run and test; needs packages.sh. Everything it says goes to stderr.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# Finds out, once, how commands are run as root: directly, or through sudo, which may ask for a password where somebody
# is there to be asked. Fails when there is no way to.
become_root() {
    root_through=()
    if [ "$(id -u)" = 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; } && root_through=(sudo)
}

as_root() { "${root_through[@]}" "$@"; }

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

# Reads the archives' lists. apt itself doesn't wait while another program does the same: this does, for five minutes.
update_lists() {
    local said tries=60
    until said=$(apt update 2>&1); do
        if [[ $said != */lists/lock* ]] || [ $((tries -= 1)) -le 0 ]; then
            say "$said"
            return 1
        fi
        sleep 5
    done
    [ -z "$said" ] || say "$said"
}

installed_version() {
    dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | sed -n 's/^installed //p' | head -n 1
}

candidate_version() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p' | grep -v '^(none)$'
}

# The lowest version of package $1 that is at least $2, from any archive apt knows.
version_from() {
    local version best=
    while read -r version; do
        dpkg --compare-versions "$version" ge "$2" || continue
        if [ -z "$best" ] || dpkg --compare-versions "$version" lt "$best"; then
            best=$version
        fi
    done < <(apt-cache madison "$1" 2>/dev/null | awk -F ' *[|] *' '{print $2}')
    printf '%s' "$best"
}

# Prints those of the entries "$@" that are not satisfied by what is installed.
missing_of() {
    local entry name version
    for entry; do
        case $entry in
            *">="*)
                version=$(installed_version "${entry%%>=*}")
                [ -n "$version" ] && dpkg --compare-versions "$version" ge "${entry##*>=}" && continue ;;
            *"|"*)
                for name in ${entry//|/ }; do
                    [ -z "$(installed_version "$name")" ] || continue 2
                done ;;
            *"?")
                name=${entry%"?"}
                if [ -n "$(installed_version "$name")" ] || [ -z "$(candidate_version "$name")" ]; then
                    continue
                fi ;;
            *)
                [ -z "$(installed_version "$entry")" ] || continue ;;
        esac
        printf '%s\n' "$entry"
    done
}

# Prints what apt-get is to be asked for, for one entry; nothing when no archive has it.
apt_name() {
    local name version
    case $1 in
        *">="*)
            name=${1%%>=*}
            version=$(version_from "$name" "${1##*>=}")
            [ -n "$version" ] || return 0
            printf '%s=%s\n' "$name" "$version"
            # Its libraries of the same version: apt would otherwise stay with the older release's.
            LC_ALL=C apt-cache show "$name=$version" | sed -n 's/^Depends: //p' | tr ',' '\n' |
                awk -v v="$version" '$2 == "(=" && $3 == v ")" {print $1 "=" v}' ;;
        *"|"*)
            for name in ${1//|/ }; do
                if [ -n "$(candidate_version "$name")" ]; then
                    printf '%s\n' "$name"
                    return 0
                fi
            done ;;
        *)
            name=${1%"?"}
            [ -z "$(candidate_version "$name")" ] || printf '%s\n' "$name" ;;
    esac
}

# Prints a source of apt's for this release's backports, made from the machine's own entry for the release:
# the same archive, keys and options. $1: the release's code name.
backports_source() {
    local codename=$1 target suite uri entry
    target=$(apt-get indextargets --format '$(CODENAME)|$(SUITE)|$(COMPONENT)|$(REPO_URI)|$(SOURCESENTRY)' \
        'Identifier: Packages' | awk -F '|' -v c="$codename" '$1 == c && $3 == "main"' | head -n 1)
    [ -n "$target" ] || return 1
    IFS='|' read -r _ suite _ uri entry <<<"$target"
    local file=${entry%:*}
    case $file in
        *.sources)
            awk -v RS= -v uri="${uri%/}" -v c="$codename" -v s="$suite" '
                index($0, uri) && !done {
                    n = split($0, lines, "\n"); found = 0; out = ""; skip = 0
                    for (i = 1; i <= n; i++) {
                        if (lines[i] ~ /^#/) continue
                        if (lines[i] !~ /^[ \t]/) skip = 0
                        if (tolower(lines[i]) ~ /^suites:/) {
                            m = split(lines[i], words, /[ \t]+/)
                            for (j = 2; j <= m; j++) if (words[j] == c || words[j] == s) found = 1
                            lines[i] = "Suites: " c "-backports"
                        } else if (tolower(lines[i]) ~ /^components:/) {
                            lines[i] = "Components: main"
                        } else if (tolower(lines[i]) ~ /^types:/) {
                            lines[i] = "Types: deb"
                        } else if (tolower(lines[i]) ~ /^enabled:/) {
                            skip = 1
                        }
                        if (!skip) out = out lines[i] "\n"
                    }
                    if (found) { printf "%s", out; done = 1 }
                }' "$file" ;;
        *)
            sed -nE "s#^[[:space:]]*deb([[:space:]]+\[[^]]*\])?[[:space:]]+([^[:space:]]+)[[:space:]]+($codename|$suite)[[:space:]].*#deb\1 \2 $codename-backports main#p" \
                "$file" | head -n 1 ;;
    esac
}

# Makes the release's backports known to apt.
add_backports() {
    local codename source file
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    source=$(backports_source "$codename") && [ -n "$source" ] ||
        die "This system's release has an older $1, and its backports could not be worked out from apt's sources." \
            "Please add them, and run this again."
    case $source in
        deb*) file=/etc/apt/sources.list.d/mend-backports.list ;;
        *) file=/etc/apt/sources.list.d/mend-backports.sources ;;
    esac
    say "Adding $codename-backports to apt's sources ($file), for $1."
    printf '%s\n' "$source" | as_root tee "$file" >/dev/null || return
    update_lists || {
        as_root rm -f "$file"
        return 1
    }
}

# Sets `wanted` to what apt-get must be asked for to satisfy "$@".
work_out_wanted() {
    local entry names
    wanted=()
    while read -r entry; do
        names=$(apt_name "$entry")
        if [ -z "$names" ] && [[ $entry == *">="* ]]; then
            add_backports "${entry%%>=*}" || die "apt could not read the backports of this release."
            names=$(apt_name "$entry")
        fi
        [ -n "$names" ] || die "No archive of this system has the package $entry, which Mend needs."
        mapfile -t -O "${#wanted[@]}" wanted <<<"$names"
    done < <(missing_of "$@")
}

# install_missing ENTRY…: installs those that are not there yet.
install_missing() {
    local missing
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is not a Debian-like system: Mend trusts that the equivalents of these are there: $*"
        return 0
    fi
    mapfile -t missing < <(missing_of "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! become_root; then
        die "These packages are missing, and installing them takes root or sudo. Please ask for:" "${missing[@]}"
    fi
    say "Installing what is missing: ${missing[*]}"
    update_lists || die "apt-get could not read this system's archives (see above); nothing was installed."
    work_out_wanted "$@"
    apt install -y --no-install-recommends "${wanted[@]}" ||
        die "apt-get could not install everything (see above)."
    mapfile -t missing < <(missing_of "$@")
    [ ${#missing[@]} -eq 0 ] || die "Still missing after the install:" "${missing[@]}"
}
