#pragma once
// What the two people of a made-up history write, Sam and Alex: each list in the order in which it
// is said, so that the weeks read as one story. Written for Mend; nobody’s.

#include <QStringList>

namespace mend::story {

struct CheckInWords {
    QStringList helped;
    QStringList hard;
    QStringList hardAfterLate; // an evening that was late, and nobody had said so
    QStringList hardAfterTold; // and one that was said first
    QStringList need;
    QStringList thanks;
    QStringList truth;
};
const CheckInWords& sam();
const CheckInWords& alex();
const QStringList& samsJournal();
const QStringList& alexsJournal();
const QStringList& samsMoments();

// Of one commitment, by how the day went; what its owner writes, and where the other differs.
struct PromiseWords {
    QStringList kept;
    QStringList partly;
    QStringList missed;
    QStringList excused; // none: it can’t be excused
    QStringList differs;
};
const PromiseWords& homeInTime();
const PromiseWords& call();
const PromiseWords& noContact();
const PromiseWords& phoneAway();
const PromiseWords& walk();

const QStringList& weekdayWhereabouts();
const QStringList& weekendWhereabouts();
const QStringList& plans();
const QStringList& reassurances();

} // namespace mend::story
