#pragma once
// The answer to a commitment that was asked of me. Saying no needs no reason.

#include "core/domain/commitment.h"

#include <QWidget>

namespace mend::ui {

class GrowingTextEdit;
class WrapLabel;

class ProposalAnswer : public QWidget {
    Q_OBJECT
public:
    explicit ProposalAnswer(QWidget* parent = nullptr);
    // What was answered so far: a change that was asked for.
    void show(std::optional<Answer> answer, const QString& note);

Q_SIGNALS:
    void answered(mend::Answer answer, const QString& note);

private:
    void build();

    WrapLabel* m_asked;
    QWidget* m_editor;
    GrowingTextEdit* m_note;
};

} // namespace mend::ui
