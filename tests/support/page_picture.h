#pragma once
// Pictures of pages, for people to look at: into $MEND_TEST_PICTURES, if that is set.

#include <QCoreApplication>
#include <QPixmap>
#include <QWidget>

namespace mend::test {

// At the usual and at the smallest size of the window.
inline void picture(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("MEND_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    for (const QSize size : {QSize(1100, 760), QSize(720, 520)}) {
        page.resize(size);
        page.show();
        QCoreApplication::processEvents(); // what changed is laid out now
        page.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name).arg(size.width()));
    }
}

} // namespace mend::test
