#include "app/desktop/aside.h"

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <dlfcn.h>
#include <gtest/gtest.h>

using namespace mend;

namespace {

template <class Function>
Function* ofFontconfig(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
}

// What fontconfig has read; if it has read nothing yet, it does now.
QStringList fontFilesRead() {
    auto* list = ofFontconfig<void*(void*)>("FcConfigGetConfigFiles")(nullptr);
    auto* next = ofFontconfig<const char*(void*)>("FcStrListNext");
    QStringList files;
    while (const char* file = next(list))
        files += QFile::decodeName(file);
    ofFontconfig<void(void*)>("FcStrListDone")(list);
    return files;
}

} // namespace

// A process of its own: in one with a display they may have been read before.
TEST(Aside, OnceTheFontsAreReadNobodyReadsThemAgainAndTheGuideFollows) {
    // As Qt's windows bring it.
    ASSERT_NE(dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_GLOBAL), nullptr);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fonts.conf"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("<fontconfig><cachedir>" + folder.path().toUtf8() + "</cachedir></fontconfig>");
    file.close();
    qputenv("FONTCONFIG_FILE", QFile::encodeName(path));
    auto aside = desktop::readAside();
    aside.fonts.wait();
    ASSERT_TRUE(file.remove());
    EXPECT_TRUE(fontFilesRead().contains(path));
    EXPECT_TRUE(aside.guide.get());
}
