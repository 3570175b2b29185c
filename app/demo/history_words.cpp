#include "app/demo/history_words.h"

namespace mend::words {

using namespace Qt::StringLiterals;

const QStringList& hurtHelped() {
    static const QStringList list = {
        u"The long way home, by the river."_s,
        u"That you answered before I asked twice."_s,
        u"An hour in the garden with nobody needing anything."_s,
        u"Talking to my sister."_s,
        u"You were home when you said. I noticed that I had stopped looking at the clock."_s,
        u"Sleeping through, for the first time this week."_s,
        u"We laughed about the soup."_s,
        u"Music on the train, loud."_s,
        u"You said it first. It still hurt, but differently."_s,
        u"Writing it down instead of carrying it around."_s,
        u"Swimming. Forty lengths and my head was quiet."_s,
        u"The children asleep early and tea with you."_s,
    };
    return list;
}

const QStringList& hurtHard() {
    static const QStringList list = {
        u"The song in the supermarket. I had to leave the trolley standing."_s,
        u"Your phone lit up at dinner. I know what it was. My body didn't."_s,
        u"I read old messages again. I wish I hadn't."_s,
        u"The evening, when it gets quiet."_s,
        u"That the neighbours asked how we are and I said fine."_s,
        u"I was angry all day and there was no reason in today."_s,
        u"Somebody at work talked about trust like it's a switch."_s,
        u"The date. I had hoped not to notice it."_s,
        u"Waiting without knowing, even if it was only twenty minutes."_s,
    };
    return list;
}

const QStringList& hurtNeed() {
    static const QStringList list = {
        u"A walk together, without fixing anything."_s,
        u"An evening alone."_s,
        u"That you tell me about your day before I ask."_s,
        u"To be held for a minute."_s,
        u"Time. Only time."_s,
        u"An answer to what I asked on Sunday."_s,
        u"That it may be a bad day without it meaning everything."_s,
    };
    return list;
}

const QStringList& hurtThanks() {
    static const QStringList list = {
        u"For coming home early without making a thing of it."_s,
        u"For listening to the end."_s,
        u"For the soup."_s,
        u"For saying it first."_s,
        u"For taking the children on Saturday."_s,
    };
    return list;
}

const QStringList& brokeHelped() {
    static const QStringList list = {
        u"Writing down what I want to say before I say it."_s,
        u"Running in the morning. I was calmer in the evening."_s,
        u"That you told me what set it off."_s,
        u"The hour with Dr. Brandt."_s,
        u"Leaving work at five, on the dot, and telling them why I can't stay."_s,
        u"Not explaining. Only listening. It was enough."_s,
        u"Cooking together."_s,
        u"The plan on paper. I don't have to decide every day anew."_s,
    };
    return list;
}

const QStringList& brokeHard() {
    static const QStringList list = {
        u"Seeing your face when the phone rang."_s,
        u"I wanted to defend myself and I noticed it late."_s,
        u"I was ashamed all day and that helped nobody."_s,
        u"That I can't make it go faster."_s,
        u"The drive past the old office."_s,
        u"I said I would call at one and forgot. I told you at two."_s,
        u"Being asked the same thing again, and knowing why you have to ask."_s,
    };
    return list;
}

const QStringList& brokeTrue() {
    static const QStringList list = {
        u"I am scared that I will be like this for ever."_s,
        u"I missed you today, the way we were bored together."_s,
        u"I almost didn't tell you about the message. I did, but almost."_s,
        u"I don't know yet why I did it. I am looking."_s,
        u"I was relieved when you were angry. It was better than quiet."_s,
        u"I slept on the sofa and it was right."_s,
        u"I lied for so long that the truth feels clumsy in my mouth."_s,
    };
    return list;
}

const QStringList& brokeThanks() {
    static const QStringList list = {
        u"That you are still talking to me."_s,
        u"For asking, instead of guessing."_s,
        u"For the blanket you left on the sofa."_s,
        u"For telling me that it was a bad day."_s,
    };
    return list;
}

const QStringList& keptNotes() {
    static const QStringList list = {
        u"Door at 18:24."_s,
        u"Left early on purpose."_s,
        u"Train was on time."_s,
        u"Called from the car."_s,
        u"Ten minutes late, called before."_s,
        u""_s,
        u""_s,
        u""_s,
        u""_s,
    };
    return list;
}

const QStringList& missedNotes() {
    static const QStringList list = {
        u"Stayed till seven. I should have called at six."_s,
        u"I forgot. No excuse."_s,
        u"The meeting ran over and I didn't leave it."_s,
    };
    return list;
}

const QStringList& differNotes() {
    static const QStringList list = {
        u"It was nearly seven, I looked."_s,
        u"You were there, but on the phone until eight."_s,
    };
    return list;
}

const QStringList& moments() {
    static const QStringList list = {
        u"The restaurant on the corner. I couldn't walk past it."_s,
        u"You were late and didn't write, and I was back in March."_s,
        u"A name on the radio. Hers."_s,
        u"I woke at four and counted the lies."_s,
        u"The hotel bill in the glove box. An old one. I know."_s,
    };
    return list;
}

const QStringList& whereabouts() {
    static const QStringList list = {
        u"At the office, then straight home."_s,
        u"Gym, phone in the locker."_s,
        u"At my mother's."_s,
        u"Team lunch, six of us, the place by the station."_s,
        u"Parents' evening at the school."_s,
    };
    return list;
}

const QStringList& reassurances() {
    static const QStringList list = {
        u"I'm here, and I'm staying for the hard part."_s,
        u"You don't have to be fine tonight."_s,
        u"I know what I did. I haven't forgotten it because it was a good day."_s,
    };
    return list;
}

const QStringList& journal() {
    static const QStringList list = {
        u"# What I want to keep\n\nNot the house. Not the photographs. **The way we talk in the car.**"_s,
        u"I don't want to be the one who checks. I want to be the one who doesn't need to."_s,
        u"Three things from the session:\n\n- a bad day is a day\n- ask for one thing\n- sleep"_s,
        u"I dreamt that none of it had happened and woke up furious."_s,
    };
    return list;
}

} // namespace mend::words
