# Configures and builds a tree; sourced by run and test. Progress goes to stderr.

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# The folder to build in: .build/$1 in the tree, or the user's cache when the tree can't be written to.
build_dir() {
    local dir=$source_dir/.build/$1
    if mkdir -p "$dir" 2>/dev/null && [ -w "$dir" ] && { [ ! -e "$dir/CMakeCache.txt" ] || [ -w "$dir/CMakeCache.txt" ]; }; then
        printf '%s' "$dir"
        return
    fi
    # One folder a tree, so that two trees never share a build.
    dir=${XDG_CACHE_HOME:-$HOME/.cache}/mend/build-$(printf '%s' "$source_dir" | cksum | cut -d ' ' -f 1)/$1
    mkdir -p "$dir" && printf '%s' "$dir"
}

# What was compiled before in another copy of the tree, or another folder, is known again.
export CCACHE_BASEDIR=$source_dir CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

# build DIR CMAKE-OPTION…: configures DIR and builds everything in it.
build() {
    local dir=$1
    shift
    # A tree that was moved or copied leaves a cache that names the old place.
    if [ -f "$dir/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$source_dir" "$dir/CMakeCache.txt"; then
        rm -rf "${dir:?}"
        mkdir -p "$dir"
    fi
    cmake -S "$source_dir" -B "$dir" -G Ninja "$@" >&2 && cmake --build "$dir" >&2
}
