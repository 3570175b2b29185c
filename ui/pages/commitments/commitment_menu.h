#pragma once
// The dots beside a commitment's title: what can be changed about it.

#include "core/domain/commitment.h"

#include <QToolButton>
#include <optional>

namespace mend::ui {

class CommitmentMenu : public QToolButton {
    Q_OBJECT
public:
    // `title` is the commitment's.
    explicit CommitmentMenu(const QString& title, QWidget* parent = nullptr);

    // One that I asked for, and that waits for its answer.
    void offerTakingBack();
    void offerChanges(bool paused);

Q_SIGNALS:
    void editWanted();
    void changeWanted(mend::ChangeKind change);

private:
    enum class Offer { TakingBack, Pausing, GoingOn };
    bool startOver(Offer what);
    void offer(const QString& text, const char* object, ChangeKind change);

    std::optional<Offer> m_offered;
};

} // namespace mend::ui
