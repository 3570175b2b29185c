#pragma once
// The unlocked window: the side bar, and the page it leads to. Deleted when Mend locks, and every
// page with it.

#include "ui/theme/icons.h"

#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace mend::ui {

class Banner;
class SideBar;

class Navigation : public QWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    /// In the order of the side bar. The n-th is reached by Ctrl+n. Takes the page.
    void addPage(const QString& id, const QString& title, IconName icon, QWidget* page);
    /// What follows stands below a line.
    void addSeparator();
    /// Only acts: emits commanded(id).
    void addCommand(const QString& id, const QString& title, IconName icon);

    /// The focus goes into the page, unless it is in the side bar. An unknown id changes nothing.
    void showPage(const QString& id);
    /// To the first place in the page where something can be done.
    void focusPage();
    QString currentPage() const;
    QStringList pages() const { return m_ids; }
    QWidget* page(const QString& id) const;
    void setDot(const QString& id, bool dot, const QString& meaning);
    /// What is the matter with the vault, above whatever page; empty: nothing.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void commanded(const QString& id);
    void pageShown(const QString& id);

private:
    void activate(const QString& id);
    void addShortcut(const QString& id);

    SideBar* m_bar;
    QWidget* m_troubleLine; // with the room around the banner
    Banner* m_trouble;
    QStackedWidget* m_stack;
    QStringList m_ids; // of pages, as they stand in the stack
};

} // namespace mend::ui
