#pragma once
// What this program is, where the data lies, and what it will never do.

#include "ui/widgets/card.h"

class QLabel;

namespace mend::ui {

class AboutCard : public Card {
    Q_OBJECT
public:
    explicit AboutCard(QWidget* parent = nullptr);
    void setAbout(const QString& version, const QString& folder);

private:
    WrapLabel* m_version;
    QLabel* m_folder;
};

} // namespace mend::ui
