#pragma once
// A calm wait: one sentence, a bar that fills, and Cancel where it makes sense. Nothing spins.

#include <QWidget>
#include <optional>

class QProgressBar;
class QPushButton;

namespace mend::ui {

class WrapLabel;

class Busy : public QWidget {
    Q_OBJECT
public:
    explicit Busy(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    /// 0–1, or nothing when it cannot be known: then there is only the sentence.
    void setProgress(std::optional<double> done);
    void setCancellable(bool on);

Q_SIGNALS:
    void cancelled();

private:
    WrapLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace mend::ui
