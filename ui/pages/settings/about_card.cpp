#include "ui/pages/settings/about_card.h"

#include "ui/widgets/point.h"
#include "ui/widgets/wrap_label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

QStringList never() {
    return {
        AboutCard::tr("ask for a location, or read a screen, a phone or a message"),
        AboutCard::tr("tell when somebody was here last, or whether something was read"),
        AboutCard::tr("count days in a row, give a person a score, or mark a person in red"),
        AboutCard::tr("show silence as a failing, or that something private exists"),
        AboutCard::tr("say in a reminder what it is about"),
        AboutCard::tr("send anything to anybody but the one you paired with"),
    };
}

} // namespace

AboutCard::AboutCard(QWidget* parent)
    : Card(tr("About Mend"), parent), m_version(new WrapLabel), m_folder(new QLabel) {
    m_version->setObjectName(QStringLiteral("version"));
    add(m_version);
    add(new WrapLabel(tr("Free software under the GNU General Public License, version 3 or later "
                         "(GPL-3.0-or-later), without any warranty.")));
    add(new WrapLabel(tr("What you write lies encrypted in this folder:"), TextRole::BodyStrong));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setTextFormat(Qt::PlainText);
    m_folder->setWordWrap(true);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    add(m_folder);
    add(new WrapLabel(tr("Mend will never"), TextRole::BodyStrong));
    for (const QString& words : never())
        add(point(new WrapLabel(words)));
}

void AboutCard::setAbout(const QString& version, const QString& folder) {
    m_version->setText(tr("Mend %1").arg(version));
    m_folder->setText(folder);
    m_folder->setAccessibleName(tr("Mend\u2019s folder: %1").arg(folder));
}

} // namespace mend::ui
