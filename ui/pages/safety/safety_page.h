#pragma once
// Safety: when this is control rather than repair, and what to do. Static, local, the same from the
// lock screen; opening it is stored nowhere.

#include "core/guide/pages.h"

#include <QWidget>

class QPushButton;

namespace mend::ui {

class Card;
class PageScroll;

class SafetyPage : public QWidget {
    Q_OBJECT
public:
    explicit SafetyPage(const guide::SafetyPage& text, QWidget* parent = nullptr);

    /// Shown where no side bar leads away: before unlocking.
    void setBackVisible(bool on);

Q_SIGNALS:
    void backAsked();

private:
    void buildSection(const guide::SafetySection& section);

    PageScroll* m_scroll;
    QPushButton* m_back;
};

} // namespace mend::ui
