#pragma once
// How hard a passphrase is to guess (zxcvbn), in quiet words and four small bars.

#include <QStringView>
#include <QWidget>

namespace mend::ui {

/// 0 (guessed at once) to 4 (strong); only the first 100 characters are looked at, because the
/// estimate takes longer than linear time.
int passphraseScore(QStringView passphrase);

class SecretField;

class StrengthMeter : public QWidget {
    Q_OBJECT
public:
    explicit StrengthMeter(QWidget* parent = nullptr);

    void setPassphrase(QStringView passphrase);
    int score() const { return m_score; }
    /// Empty while nothing is typed.
    QString words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_score = 0;
    bool m_empty = true;
};

/// Of a new passphrase that is typed twice: that the two differ, or that it could be guessed. Empty
/// where there is nothing to say.
QString newPassphraseHint(const SecretField& passphrase, const SecretField& again,
                          const StrengthMeter& meter);

} // namespace mend::ui
