// A window with one of each thing the tests' driver must be able to work. Not part of Mend.
#include <QApplication>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>

namespace {

class Probe : public QWidget {
public:
    explicit Probe(const QString& title) {
        setWindowTitle(title);
        m_line.setAccessibleName(QStringLiteral("Line"));
        m_text.setAccessibleName(QStringLiteral("Text"));
        m_slider.setAccessibleName(QStringLiteral("Slider"));
        m_slider.setRange(0, 10);
        m_list.setAccessibleName(QStringLiteral("List"));
        m_list.addItems({QStringLiteral("first"), QStringLiteral("second")});
        auto* form = new QFormLayout(this);
        for (QWidget* each : {static_cast<QWidget*>(&m_line), static_cast<QWidget*>(&m_text),
                              static_cast<QWidget*>(&m_slider), static_cast<QWidget*>(&m_check),
                              static_cast<QWidget*>(&m_list), static_cast<QWidget*>(&m_button),
                              static_cast<QWidget*>(&m_nameless), static_cast<QWidget*>(&m_said)}) {
            form->addRow(each);
        }
        connectAll();
    }

private:
    void connectAll() {
        connect(&m_button, &QPushButton::clicked, this, &Probe::say);
        connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+K")), this), &QShortcut::activated,
                this, [this] { m_said.setText(QStringLiteral("shortcut")); });
    }

    void say() {
        m_said.setText(QStringLiteral("%1|%2|%3|%4|%5")
                           .arg(m_line.text(), m_text.toPlainText())
                           .arg(m_slider.value())
                           .arg(m_check.isChecked())
                           .arg(m_list.currentRow()));
        m_button.setEnabled(false);
    }

    QLineEdit m_line;
    QPlainTextEdit m_text;
    QSlider m_slider{Qt::Horizontal};
    QCheckBox m_check{QStringLiteral("Check")};
    QListWidget m_list;
    QPushButton m_button{QStringLiteral("Say")};
    QLineEdit m_nameless;
    QLabel m_said{QStringLiteral("nothing")};
};

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Probe probe(app.arguments().value(1, QStringLiteral("Probe")));
    probe.show();
    return QApplication::exec();
}
