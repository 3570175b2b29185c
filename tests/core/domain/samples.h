#pragma once
// Valid values to change one thing of.

#include "core/domain/content.h"

namespace mend::test {

inline Day day(QStringView iso) {
    return Day::fromIso(iso).value();
}

template <class Id>
Id idOf(char fill) {
    return Id::from(QByteArray(qsizetype(Id::size), fill)).value();
}

inline RecordId recordId(char fill = 'r') {
    return idOf<RecordId>(fill);
}

// Daily from Monday 2026-11-02.
inline CommitmentFields commitmentFields() {
    CommitmentFields fields;
    fields.title = QStringLiteral("Home by half past six");
    fields.from = day(u"2026-11-02");
    return fields;
}

inline LogHead logHead() {
    return {idOf<LogId>('l'), 7, recordId()};
}

inline MemberFields memberFields() {
    MemberFields fields;
    fields.name = QStringLiteral("Sam");
    fields.role = Role::Hurt;
    fields.identity = idOf<IdentityId>('i');
    fields.certificate = idOf<CertificateHash>('c');
    fields.sealingKey = idOf<SealingKeyId>('s');
    fields.signature = idOf<Signature>('g');
    return fields;
}

inline PairFields pairFields() {
    return {idOf<IdentityId>('i'), idOf<LogId>('l'), idOf<CertificateHash>('c'), {}};
}

inline CheckInFields checkInFields() {
    CheckInFields fields;
    fields.role = Role::Hurt;
    fields.scales = {{Scale::Safety, 4}};
    fields.texts = {{CheckInText::Helped, QStringLiteral("You called")}};
    fields.ticks = {QStringLiteral("H6")};
    return fields;
}

} // namespace mend::test
