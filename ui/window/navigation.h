#pragma once
// The unlocked window: the side bar, and the page it leads to. Deleted when Mend locks, and every
// page with it.

#include "ui/theme/icons.h"

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QStackedWidget;

namespace mend::ui {

class Banner;
class SideBar;

class Navigation : public QWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    /// In the order of the side bar. The n-th is reached by Ctrl+n, the first is shown at once.
    /// `make` is called once, when its page is first asked for: most aren't looked at each time
    /// Mend is unlocked.
    using MakePage = std::function<QWidget*()>;
    void addPage(const QString& id, const QString& title, IconName icon, MakePage make);
    /// What follows stands below a line.
    void addSeparator();
    /// Only acts: emits commanded(id).
    void addCommand(const QString& id, const QString& title, IconName icon);

    /// The focus goes into the page, unless it is in the side bar. An unknown id changes nothing.
    void showPage(const QString& id);
    /// To the first place in the page where something can be done.
    void focusPage();
    QString currentPage() const;
    QStringList pages() const;
    /// The page, made now if it wasn't before; null for an unknown id.
    QWidget* page(const QString& id);
    void setDot(const QString& id, bool dot, const QString& meaning);
    /// What is the matter with the vault, above whatever page; empty: nothing.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void commanded(const QString& id);
    void pageShown(const QString& id);

private:
    struct Page {
        QString id;
        MakePage make;
        QWidget* widget = nullptr; // once made
    };
    Page* find(const QString& id);
    void activate(const QString& id);
    void addShortcut(const QString& id);

    SideBar* m_bar;
    QWidget* m_troubleLine; // with the room around the banner
    Banner* m_trouble;
    QStackedWidget* m_stack;
    std::vector<Page> m_pages; // as they stand in the side bar
    QString m_current;
};

} // namespace mend::ui
