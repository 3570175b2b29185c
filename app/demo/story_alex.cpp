#include "app/demo/story.h"

namespace mend::story {

using namespace Qt::StringLiterals;

namespace {

QStringList helped() {
    return {
        u"Writing down what I want to say before I say it."_s,
        u"The hour with Dr. Brandt."_s,
        u"That you told me what set it off."_s,
        u"Not explaining. Only listening. It was enough."_s,
        u"Running in the morning. I was calmer in the evening."_s,
        u"The plan on paper. I don’t have to decide each day anew."_s,
        u"Telling my brother the truth. He was quiet, then he came by."_s,
        u"That you shouted, and stayed."_s,
        u"Leaving work on the dot, and telling them why."_s,
        u"Cooking. My hands had something to do."_s,
        u"Asking what you heard, instead of what you think of me."_s,
        u"Reading your words twice before I answered."_s,
        u"Deleting the number. I should have done it long ago, and I did it now."_s,
        u"Sitting on the stairs for five minutes before I came in."_s,
        u"The children, and that ugly tower."_s,
        u"Saying I don’t know, when I didn’t know."_s,
        u"A walk in the rain with you, not talking."_s,
        u"Fixing the gate. A small thing, done."_s,
        u"You fell asleep while I was reading. I stayed sitting."_s,
        u"Being bored together."_s,
    };
}

QStringList hard() {
    return {
        u"Seeing your face when the phone rang."_s,
        u"I wanted to defend myself, and noticed it late."_s,
        u"I was ashamed all day, and that helped nobody."_s,
        u"The drive past the old office."_s,
        u"Being asked the same thing again, and knowing why you have to."_s,
        u"You slept at your sister’s, and I didn’t know if I might write."_s,
        u"I looked for a softer word for what I did."_s,
        u"Your silence at breakfast."_s,
        u"That I can’t make it go faster."_s,
        u"Hearing you cry through the wall, and staying where you asked me to stay."_s,
        u"Saying no to the evening with the team, and wanting to go."_s,
        u"The children asked why I sleep downstairs."_s,
        u"I wanted praise for a normal thing."_s,
        u"I heard myself say “but”."_s,
        u"The question why. I still have only half of the answer."_s,
        u"You were far away, and I made it about me."_s,
        u"That you looked into the calendar. I understand it, and it stung."_s,
        u"A good evening, and I was afraid to spoil it."_s,
    };
}

QStringList truth() {
    return {
        u"I don’t know yet why I did it. I am looking."_s,
        u"I am scared that I will be like this for ever."_s,
        u"I lied for so long that the truth feels clumsy in my mouth."_s,
        u"I was relieved when you were angry. It was better than quiet."_s,
        u"I slept on the sofa and it was right."_s,
        u"I chose it, each time. Nobody made me."_s,
        u"I liked being admired. I am ashamed of how cheap that was."_s,
        u"I almost didn’t tell you about the message. I did, but almost."_s,
        u"I told Dr. Brandt less than I told you. I’ll change that."_s,
        u"I miss you, in the same room."_s,
        u"There was one evening more than I had said. You know it since today."_s,
        u"I want to ask when it will be better. I don’t ask."_s,
        u"I’m jealous of how easily you talk to Jo."_s,
        u"I would have gone on, if you hadn’t found out. I think that is true."_s,
        u"I was proud for a moment, and then I saw what for."_s,
        u"I read your face before I listen to you. I’m trying the other way round."_s,
        u"I’m afraid of the wedding, too."_s,
        u"Today I forgot it for an hour. I don’t think you ever get that hour."_s,
        u"I missed the way we were bored together. Then we were."_s,
        u"I’d rather have this than what we called good before."_s,
    };
}

QStringList thanks() {
    return {
        u"That you are still talking to me."_s,
        u"For the blanket you left on the sofa."_s,
        u"For asking, instead of guessing."_s,
        u"For telling me that it was a bad day."_s,
        u"For “goodnight”."_s,
        u"For reading my letter."_s,
        u"For waiting until I was done."_s,
        u"For saying it in the car, and not in front of the others."_s,
        u"For letting me take the early shift with the children."_s,
        u"For the coffee that stood there."_s,
        u"For laughing at the tower."_s,
        u"That you said my name."_s,
    };
}

} // namespace

const CheckInWords& alex() {
    static const CheckInWords words = {
        .helped = helped(),
        .hard = hard(),
        .hardAfterLate =
            {
                u"I stayed and didn’t call. I knew what it would do, and I stayed."_s,
                u"I told myself that ten minutes don’t matter. It isn’t about ten minutes."_s,
                u"I had an excuse on the stairs. I left it there."_s,
            },
        .hardAfterTold =
            {
                u"Late, and having to say so before you saw it. It was right."_s,
                u"I wrote it with my stomach in a knot."_s,
                u"Saying it first doesn’t make it on time."_s,
            },
        .need = {},
        .thanks = thanks(),
        .truth = truth()};
    return words;
}

const QStringList& alexsJournal() {
    static const QStringList list = {
        u"I keep looking for the moment when it began. There wasn’t one. There were fifty small doors."_s,
        u"# For Dr. Brandt\n\n- why I need to be liked by everybody\n- what I do when I am bored\n- *the drive home*"_s,
        u"Sam laughed today. I didn’t do anything. I wrote it down because I want to remember it."_s,
        u"I am allowed to be tired of being ashamed. I’m not allowed to make it Sam’s work."_s,
    };
    return list;
}

} // namespace mend::story
