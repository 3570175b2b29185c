#include "ui/pages/settings/delete_card.h"

#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int wordWidth = 400; // Pixels.
} // namespace

DeleteCard::DeleteCard(QWidget* parent)
    : SecretForm(QStringLiteral("deletion"), tr("Delete everything"), tr("Delete everything\u2026"),
                 parent) {
    setWords(tr("You may take all of it off this computer, at any time and without a reason."));
    setAnswers(tr("Looking whether the passphrase is right."), {});
    auto* goes = new WrapLabel(
        tr("What goes: the whole vault on this computer. Your check-ins, hard moments and notes, "
           "commitments, checklist, journal, drafts and settings, what was shared with you, and "
           "your keys. Neither passphrase nor recovery code brings it back."));
    addToForm(goes);
    m_stays = new WrapLabel;
    m_stays->setObjectName(QStringLiteral("whatStays"));
    addToForm(m_stays);
    m_passphrase = addSecret(tr("Your passphrase"), QStringLiteral("deletionPassphrase"));
    m_word = new QLineEdit;
    m_word->setObjectName(QStringLiteral("deletionWord"));
    m_word->setMaximumWidth(wordWidth);
    m_word->setPlaceholderText(tr("Type the word: %1").arg(word()));
    m_word->setAccessibleName(m_word->placeholderText());
    addToForm(m_word);
    addButtons(tr("Delete everything now"), tr("Keep it"));
    connect(m_word, &QLineEdit::textChanged, this, &DeleteCard::describe);
    setPartner({});
}

QString DeleteCard::word() {
    return tr("delete");
}

void DeleteCard::setPartner(const QString& partner) {
    const QString copies =
        tr("What stays: copies of Mend\u2019s folder that somebody made elsewhere, and a recovery "
           "code on paper or in a file, which then opens nothing here.");
    m_stays->setText(partner.isEmpty()
                         ? copies
                         : copies + u' ' +
                               tr("What %1 received stays on their computer. Mend doesn\u2019t "
                                  "tell them, but they may notice that nothing comes any more.")
                                   .arg(partner));
}

bool DeleteCard::isComplete() const {
    return !m_passphrase->isEmpty() &&
           m_word->text().trimmed().compare(word(), Qt::CaseInsensitive) == 0;
}

void DeleteCard::submit() {
    QString passphrase = secretOf(m_passphrase);
    Q_EMIT deletionAsked(passphrase);
    passphrase.fill(u'\0');
}

void DeleteCard::forget() {
    SecretForm::forget();
    m_word->clear();
}

} // namespace mend::ui
