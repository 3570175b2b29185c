# Writes mend-cli(1): the commands as `mend-cli --help` tells them (first file), in the frame of the second.
#   awk -v version=0.1.0 -f man_page.awk HELP FRAME
function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/…/, "...", text)
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    return text
}
FNR == NR && /^  [a-z]/ { told = told ".TP\n.B " roff($0); next }
FNR == NR && /^       / { told = told " " roff($0); next }
FNR == NR && /^      / { told = told "\n" roff($0) "\n"; commands++; next }
FNR == NR { next }
/^@MEND_CLI_COMMANDS@$/ { printf "%s", told; next }
{ gsub(/@PROJECT_VERSION@/, version); print }
END { if (!commands) { print "man_page.awk: no commands in the help" > "/dev/stderr"; exit 1 } }
