#pragma once
// What somebody kept to themselves, folded behind one line: whoever looks over a shoulder reads
// nothing of it. It opens with its button, and is folded again when it leaves the screen.

#include <QWidget>
#include <functional>

class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class WrapLabel;

class KeptFold : public QWidget {
    Q_OBJECT
public:
    /// What is folded away isn't there: `make` makes it each time it is shown.
    using Make = std::function<QWidget*(QWidget* parent)>;
    /// The names of its button, for who doesn't see the line: "Show the hard moments you kept to
    /// yourself".
    struct Names {
        QString show;
        QString fold;
    };
    KeptFold(const Names& names, Make make, QWidget* parent = nullptr);

    /// Empty: there is nothing to show.
    void setLine(const QString& line);
    bool isOpen() const { return m_content; }
    void fold();
    /// Makes anew what is shown.
    void refresh();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void open();
    void drop();
    void sayWhatTheButtonDoes();

    Names m_names;
    Make m_make;
    QVBoxLayout* m_column;
    WrapLabel* m_line;
    QPushButton* m_button;
    QWidget* m_content = nullptr;
};

} // namespace mend::ui
