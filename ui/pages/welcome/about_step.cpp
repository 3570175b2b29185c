#include "ui/pages/welcome/about_step.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/segmented_choice.h"

namespace mend::ui {

AboutStep::AboutStep() : WelcomeStep(tr("Welcome")) {
    setObjectName(QStringLiteral("aboutStep"));
    say(tr(
        "Mend is for two people when one broke the other’s trust, and both want to see whether "
        "it can be mended. It helps with small things, day by day: a short check-in, commitments "
        "that can be kept and seen, steps for each of you."));
    say(tr("It watches nobody and judges nobody. Nothing leaves this computer but what you choose "
           "to share, straight to the other’s computer. It doesn’t take the place of a therapist, "
           "and it isn’t made for times when you are afraid of each other: for those there is "
           "Safety."));
    ask(tr("Is this computer yours alone?"));
    auto* whose = new SegmentedChoice(tr("Is this computer yours alone?"));
    whose->setObjectName(QStringLiteral("whoseComputer"));
    whose->setChoices({{QStringLiteral("mine"), tr("Mine alone")},
                       {QStringLiteral("shared"), tr("Others use it, too")}});
    column()->addWidget(whose, 0, Qt::AlignLeft);
    auto* hint =
        new Banner(Banner::Kind::Info, tr("Then choose a passphrase that nobody here knows or can "
                                          "guess, and lock Mend when you go "
                                          "(Ctrl+L). Others can see that Mend is installed, not "
                                          "what is in it. If that alone could "
                                          "bring you into danger, use another device."));
    hint->setObjectName(QStringLiteral("sharedComputerHint"));
    hint->hide();
    column()->addWidget(hint);
    connect(whose, &SegmentedChoice::choiceMade, hint,
            [hint](const QString& id) { hint->setVisible(id == QLatin1String("shared")); });
    note(tr("This answer is not stored."));
}

} // namespace mend::ui
