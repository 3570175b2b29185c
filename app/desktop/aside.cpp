#include "app/desktop/aside.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include <dlfcn.h>
#endif

namespace mend::desktop {

namespace {

// The files that say which fonts there are, where Qt has fontconfig read them. Once that is done it
// is known to every thread; two threads that ask for a font at once both read them.
void readFontFiles() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (void* init = dlsym(RTLD_DEFAULT, "FcInit")) // a Qt without fontconfig brings none
        reinterpret_cast<int (*)()>(init)();
#endif
}

} // namespace

Aside readAside() {
    std::promise<void> fonts;
    auto fontsRead = fonts.get_future();
    return {std::move(fontsRead),
            std::async(std::launch::async, [fonts = std::move(fonts)]() mutable {
                readFontFiles();
                fonts.set_value();
                return loadGuide();
            })};
}

Result<guide::Guide, guide::GuideFault> loadGuide() {
    const auto files = guide::readFiles(QStringLiteral(":/guide/en"));
    return files ? guide::Guide::load(*files) : fail(files.error());
}

} // namespace mend::desktop
