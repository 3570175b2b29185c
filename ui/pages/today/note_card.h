#pragma once
// A short word to the other: where I am, today's plan, a kind word. Shared as soon as it is sent;
// a start from the guide is never sent unedited.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QMenu;
class QPushButton;
class QTimeEdit;

namespace mend::ui {

class BegunLine;
class GrowingTextEdit;
class SegmentedChoice;
class WrapLabel;

class NoteCard : public Card {
    Q_OBJECT
public:
    explicit NoteCard(QWidget* parent = nullptr);

    void setState(const TodayState& state);
    /// The focus goes to its text, and what is folded comes back.
    void start();
    /// Of this kind, unless another was begun.
    void startAs(NoteKind kind);
    /// What is half written, folded or not.
    NoteDraft draft() const;
    /// Something stands open in the form.
    bool isBegun() const;
    void setDraft(NoteDraft draft);
    /// Keeps it behind a line until it is gone on with.
    void fold(const NoteDraft& draft);
    /// Empties the form and says how it went.
    void confirm(const QString& text);
    /// A start of the guide as it stands there, not yet one's own words.
    bool isUnedited() const;

Q_SIGNALS:
    void edited();
    void submitted();

private:
    void build();
    void showForm();
    void connectParts();
    void askKinds();
    void askStarts();
    void startWith(const QString& start);
    void showKind();
    void say(const QString& text);
    void onEdited();

    TodayState m_state;
    bool m_asksKindWord = false;
    BegunLine* m_begun;
    QWidget* m_form;
    SegmentedChoice* m_kind;
    GrowingTextEdit* m_text;
    QWidget* m_untilLine;
    QCheckBox* m_hasUntil;
    QTimeEdit* m_until;
    QPushButton* m_starts;
    QMenu* m_startMenu;
    WrapLabel* m_said;
    QPushButton* m_send;
    std::optional<NoteDraft> m_folded; ///< begun, and not to be seen
};

} // namespace mend::ui
