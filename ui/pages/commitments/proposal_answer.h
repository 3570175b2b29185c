#pragma once
// The answer to a commitment that was asked of me. Saying no needs no reason, and beside it stands
// the way to be asked nothing more.

#include "core/domain/commitment.h"
#include "ui/widgets/draft_pause.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace mend::ui {

class GrowingTextEdit;
class WrapLabel;

class ProposalAnswer : public QWidget {
    Q_OBJECT
public:
    explicit ProposalAnswer(QWidget* parent = nullptr);
    // What was answered so far: a change that was asked for; and what was begun to be written.
    void show(std::optional<Answer> answer, const QString& note, const QString& begun = {});
    void setPartner(const QString& name);
    // What is asked.
    void setTitle(const QString& title);
    /// What was typed is told now.
    void settle() { m_pause.flush(); }
    /// What is being written is told once more.
    void sendDraft();

Q_SIGNALS:
    void answered(mend::Answer answer, const QString& note);
    /// Nothing more is to be asked of me.
    void askingStopped();
    void safetyWanted();
    /// Within a second of typing; empty: nothing is begun any more.
    void changeBegun(const QString& note);

private:
    void build();
    void buildStop(QBoxLayout* column);
    void buildEditor(QBoxLayout* column);
    void submit();
    void putAway();

    WrapLabel* m_asked;
    QList<QPushButton*> m_answers; // what answers this one
    QPushButton* m_stop = nullptr;
    WrapLabel* m_stopWords = nullptr;
    QWidget* m_editor;
    GrowingTextEdit* m_note;
    DraftPause m_pause;
};

} // namespace mend::ui
