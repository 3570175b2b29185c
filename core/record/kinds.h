#pragma once
// The fields of each kind's body, in both directions (RECORDS.md lists the keys).

#include "core/domain/content.h"
#include "core/record/fields.h"

namespace mend::record {

void describe(FieldWriter& io, const MemberFields& fields);
void describe(FieldReader& io, MemberFields& fields);
void describe(FieldWriter& io, const PairFields& fields);
void describe(FieldReader& io, PairFields& fields);
void describe(FieldWriter& io, const CheckInFields& fields);
void describe(FieldReader& io, CheckInFields& fields);
void describe(FieldWriter& io, const CommitmentFields& fields);
void describe(FieldReader& io, CommitmentFields& fields);
void describe(FieldWriter& io, const CommitmentChangeFields& fields);
void describe(FieldReader& io, CommitmentChangeFields& fields);
void describe(FieldWriter& io, const ConsentFields& fields);
void describe(FieldReader& io, ConsentFields& fields);
void describe(FieldWriter& io, const OutcomeFields& fields);
void describe(FieldReader& io, OutcomeFields& fields);
void describe(FieldWriter& io, const ViewFields& fields);
void describe(FieldReader& io, ViewFields& fields);
void describe(FieldWriter& io, const NoteFields& fields);
void describe(FieldReader& io, NoteFields& fields);
void describe(FieldWriter& io, const MomentFields& fields);
void describe(FieldReader& io, MomentFields& fields);
void describe(FieldWriter& io, const StepFields& fields);
void describe(FieldReader& io, StepFields& fields);
void describe(FieldWriter& io, const OpenFields& fields);
void describe(FieldReader& io, OpenFields& fields);
void describe(FieldWriter& io, const WithdrawFields& fields);
void describe(FieldReader& io, WithdrawFields& fields);
void describe(FieldWriter& io, const PauseFields& fields);
void describe(FieldReader& io, PauseFields& fields);

} // namespace mend::record
