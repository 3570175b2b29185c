# What Mend needs from a Debian-like system, one entry each, read by install.sh.
# "a|b": the first that is installed or to be had (names differ between releases). ">=v": at least that
# version, from backports where the release has an older one. "name?": taken where the release has it,
# and the tests that use it are skipped by name where it doesn't.

build_packages=(
    cmake ninja-build g++ ccache "pkgconf|pkg-config"
    qt6-base-dev "qt6-svg-dev|libqt6svg6-dev" qt6-tools-dev qt6-l10n-tools libgl-dev
    libsodium-dev libssl-dev "libexpected-dev" libzxcvbn-dev "libsqlcipher-dev>=4.5"
)

run_packages=(fonts-inter "dbus-daemon|dbus" "qt6-wayland?")

test_packages=(
    libgtest-dev libgmock-dev librapidcheck-dev
    xvfb at-spi2-core python3 python3-gi gir1.2-atspi-2.0 xdotool
    iproute2 tcpdump openssl "clang-format-14?"
)

coverage_packages=(gcovr)

# To make a Debian package, and to try it and what is installed.
package_packages=(dpkg-dev file)
install_packages=(mmdebstrap lintian desktop-file-utils appstream man-db)

bench_packages=(libbenchmark-dev libxcb1-dev libxcb-damage0-dev xvfb python3 iproute2 util-linux)
