#include "app/cli/cli.h"

int main(int argc, char** argv) {
    return mend::cli::run(argc, argv, mend::KeyCost::Small);
}
