#pragma once
// The code, large, with the time it has left and this computer's address; and the quiet waits while
// the two computers find each other.

#include "core/workspace/states.h"

#include <QWidget>

class QPushButton;

namespace mend::ui {

class Busy;
class CodeDisplay;
class WrapLabel;

class PairingCode : public QWidget {
    Q_OBJECT
public:
    explicit PairingCode(QWidget* parent = nullptr);
    void setReading(const PairingReading& pairing, int secondsLeft);

Q_SIGNALS:
    void stopAsked();

private:
    CodeDisplay* m_code;
    WrapLabel* m_left;
    WrapLabel* m_address;
};

class PairingWait : public QWidget {
    Q_OBJECT
public:
    explicit PairingWait(QWidget* parent = nullptr);
    void setReading(const PairingReading& pairing);

Q_SIGNALS:
    void stopAsked();

private:
    Busy* m_busy;
};

} // namespace mend::ui
