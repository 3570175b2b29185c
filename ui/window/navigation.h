#pragma once
// The unlocked window: the side bar, and the page it leads to. Deleted when Mend locks, and every
// page with it.

#include "ui/theme/icons.h"

#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace mend::ui {

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

    /// An unknown id changes nothing.
    void showPage(const QString& id);
    QString currentPage() const;
    QStringList pages() const { return m_ids; }
    QWidget* page(const QString& id) const;
    void setDot(const QString& id, bool dot, const QString& meaning);

Q_SIGNALS:
    void commanded(const QString& id);
    void pageShown(const QString& id);

private:
    void activate(const QString& id);
    void addShortcut(const QString& id);

    SideBar* m_bar;
    QStackedWidget* m_stack;
    QStringList m_ids; // of pages, as they stand in the stack
};

} // namespace mend::ui
