#pragma once
// What the two people of a made-up history write: short, ordinary, good days and bad. Written for
// Mend; nobody's.

#include <QStringList>

namespace mend::words {

// Texts of check-ins by field and mood (0 hard … 2 good).
const QStringList& hurtHelped();
const QStringList& hurtHard();
const QStringList& hurtNeed();
const QStringList& hurtThanks();
const QStringList& brokeHelped();
const QStringList& brokeHard();
const QStringList& brokeTrue();
const QStringList& brokeThanks();
const QStringList& keptNotes();
const QStringList& missedNotes();
const QStringList& differNotes();
const QStringList& moments();
const QStringList& whereabouts();
const QStringList& reassurances();
const QStringList& journal();

} // namespace mend::words
