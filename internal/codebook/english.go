package codebook

// word is a key of the lexicon and what it means in English.
type word struct{ key, says string }

func english(list []word, key string) string {
	for _, w := range list {
		if w.key == key {
			return w.says
		}
	}
	return ""
}

// known are the keys of a rule that the page shows, or, as the weight, need not.
var known = []string{"type", "mode", "acled", "cameo", "verb", "passive", "noun", "masdar", "needs", "with", "without", "kinds", "alone", "is", "sure"}

// typ is a type of event.
type typ struct{ name, says string }

// types are in the order of the page: what hurts first.
var types = []typ{
	{"ASSAULT", "force against people, ground or things: attacks, killing, abduction, destruction, taking ground"},
	{"COERCE", "pressure short of open force: arrest, siege, searches, bans"},
	{"DISPLACE", "people flee, leave, return, or are moved"},
	{"DISASTER", "accidents and natural disasters: nobody is said to have done it"},
	{"MOBILIZE", "forces are raised, moved up, joined"},
	{"RETREAT", "force is drawn back: withdrawal, ceasefire, release"},
	{"CONCEDE", "a party gives in, surrenders, hands over"},
	{"THREATEN", "a party says that it will do harm"},
	{"PROTEST", "people demonstrate, strike, riot"},
	{"SANCTION", "penalties: sanctions, verdicts, cut relations"},
	{"AGREE", "parties agree, sign, accept"},
	{"CONSULT", "parties meet, call, visit, mediate"},
	{"COOPERATE", "parties act together, or one lets another act"},
	{"SUPPORT", "a party backs another, or approves"},
	{"AID", "help is given: relief, money, arms, training"},
	{"REQUEST", "a party asks or calls for something"},
	{"ACCUSE", "a party blames, condemns or investigates another"},
	{"REJECT", "a party refuses"},
}

// places are where a party may stand.
var places = []word{
	{"subject", "its subject"},
	{"object", "its object"},
	{"of", "what it is bound to (construct)"},
	{"between", "behind *between*: the first side"},
	{"on", "behind *on*"},
	{"against", "behind *against*"},
	{"in", "behind *in*"},
	{"from", "behind *from*"},
	{"to", "behind *to*"},
	{"with", "behind *with*"},
	{"by", "behind *by*"},
	{"about", "behind *about*"},
	{"bi", "behind the letter *bi-*"},
	{"li", "behind the letter *li-*"},
}

// traits are the words of `is`.
var traits = []word{
	{"harm", "It is what another event brings about: beside an attack in the same clause it is the same event."},
	{"plain", "A bare noun of it counts, without a party."},
	{"verbal", "It is done by words."},
	{"mutual", "Its two parties do it to each other: the first named is the agent, the second the target, and neither is taken to have begun it."},
	{"party", "Without somebody who takes part it is not coded."},
	{"supported", "Its noun is coded only with a verb that says that it happened."},
	{"blames", "Its target is whoever did what its object names: who is said to have carried out the attack that is condemned."},
	{"prevents", "It is aimed at whoever was to do what it keeps from happening."},
	{"doer", "Without an actor who does it it is not coded."},
	{"aim", "It is what one sets out to do: its noun behind *for* is planned."},
	{"point", "It is a moment: told as a lasting state it is not coded."},
	{"force", "Who does it must be armed."},
	{"bodily", "By a public person alone it is done with words: it is not coded."},
	{"bare", "With an object its verb means something else."},
	{"opposed", "Where the words beside it do not say to whom it is done, its target is the one armed adversary whom other words of the article set against the armed party that does it; where two may be meant, nobody."},
	{"cedes", "Who does it gives up ground."},
	{"stated", "The phrase says by itself that it happens: it is coded even where nothing else does."},
	{"lasting", "It goes on for some time: in the present tense it is ongoing, in a headline too."},
}

// prepositions are the keys of [governs] and of what is glued on.
var prepositions = []word{
	{"on", "on"},
	{"against", "against"},
	{"in", "in, during, because of"},
	{"from", "from"},
	{"about", "about"},
	{"to", "to, towards"},
	{"with", "with"},
	{"bi", "*by, with*, set off by marks: by «X»"},
	{"li", "*for, of*, set off by marks: of «X»"},
	{"between", "between"},
	{"by", "by, at the hands of"},
	{"of", "belonging to"},
	{"near", "where and when: says nothing of parties"},
	{"behind", "behind: who is behind it, not where"},
	{"and", "and, written as a word of its own"},
	{"purpose", "in order to: what follows is planned"},
	{"who-him", "who, which, of one man or thing: begins a relative clause"},
	{"who-her", "who, which, of one woman or thing, or of things: begins a relative clause"},
	{"who-them", "who, of several people: begins a relative clause"},
}

// lending are the keys of supporting verbs.
var lending = []word{
	{"do", "its subject does it"},
	{"suffer", "its subject suffers it"},
	{"occur", "it happens; nobody is named"},
	{"go-on", "it goes on: status ongoing"},
	{"continue", "its subject goes on doing it: status ongoing"},
	{"intend", "its subject means to do it: status planned"},
	{"order", "its subject wants it done: status demanded"},
	{"command", "its subject has it done, by whoever its object is: status demanded"},
	{"include", "what is told as part of its subject was done by whoever did that"},
	{"answer", "it holds its object responsible for what its other object names: who is held responsible is agent"},
	{"ascribe", "others hold whoever stands behind its preposition to have done it: accused"},
	{"blame", "it says that its object did it: who is blamed is agent"},
	{"deny", "its subject says that it did not do it: agent, status denied"},
	{"attend", "its subject begins it; an attack or a mishap it only sees to"},
	{"announce", "its subject, if it is a force, says that it did it"},
	{"permit", "its subject allows whoever stands behind \"for\" to do it"},
	{"fear", "its subject thinks that it may be: status hypothetical"},
	{"come", "its subject, a happening that it names again, came at some time or for some reason"},
	{"enable", "its object does it: agent, behind \"for\" planned"},
	{"refrain", "its subject does not do it: agent, status denied"},
	{"refuse", "its subject does not have it: status denied"},
	{"threaten", "its subject says that it will do it: status threatened"},
	{"is", "its subject is called one: an indefinite noun is not coded (*it was a blow to*)"},
	{"result", "its subject, an event, brought it about: one event"},
	{"prevent", "it was kept from happening: status planned"},
}

// around are the keys of [event-word].
var around = []word{
	{"people", "stand for whom they belong to, as agent or target: *fighters of X* are X"},
	{"own", "responsibility for what stands behind: who takes it is its agent"},
	{"shot", "by whose fire somebody died: not who attacked"},
	{"some", "how many or which of those that stand behind it, bound to it or behind *from*: *all of the rebels*, *a series of attacks*"},
	{"part", "before what was part of what was told before: done by the same (attacks, among them)"},
	{"said", "before what is only spoken of (a charge of war crimes): whoever makes it does not do that"},
	{"will", "say that whom they belong to does, or means or is able to do, what stands behind: *the efforts of X to*, *the role of X in*"},
	{"hands", "behind *from*, *about* or *outside*, bound to whose they are: what is freed from them, and no taking of its own"},
	{"outside", "the same"},
	{"territory", "behind *from*: the land named there is only where something came from"},
	{"coming", "before *from*: the same"},
	{"rescuers", "who come to help: they attack and seize nobody"},
	{"occasion", "*the first time that*: what is told so has happened"},
	{"home", "his or their country: the state of whoever speaks"},
	{"peer", "somebody's counterpart, whose name stands behind: a party of its own"},
	{"quality", "participles that say what somebody is and govern nothing: what stands behind them belongs to the noun before"},
	{"arms", "stand for whom they belong to, as agent only: *aircraft of X*"},
	{"holds", "stand for whom they belong to, as target only: *positions of X*"},
	{"doer", "before a noun: whoever did it is somebody, and not whoever is said elsewhere to have done it"},
	{"how", "say only how somebody was killed: *by hanging*"},
	{"lies", "say only where what stands before them lies"},
	{"pen", "are whose attacks are words: a writer, a singer, a player"},
	{"means", "stand between an action and what it is for: *the use of the base to attack*"},
	{"theirs", "stand for whom they belong to, as target only, where that is named: *weapons, staff of X*"},
	{"ranks", "behind *in*, those among whom somebody is dead or hurt: *losses in the ranks of X*"},
	{"owned", "a verb that says whose the thing before it is"},
	{"charge", "say what somebody is held, tried or punished for: they did it, and not whoever holds them"},
	{"decree", "name a decision, whose doer does what stands behind it (*a decision to extend the curfew*)"},
	{"decrees", "verbs of who issues a decision or a warrant"},
	{"whose", "attacks whose verb takes no object: an armed group that one is bound to did it"},
	{"inspired", "before \"from\" say that an attack only follows somebody's example"},
	{"prolong", "are bound to what is done longer: whoever prolongs it does it"},
	{"and-that", "joins by what means the clause before was done"},
	{"belongs", "verbs that say to which body people belong"},
	{"held", "verbs whose subject holds the place that the clause is about: an attack on it is one on them"},
	{"grip", "say behind an event about ground who held it: *under the control of X*, *the last stronghold of X*"},
	{"subject-to", "adjectives behind which, before *li-*, who holds a place stands"},
	{"held-on", "before a noun of control say that the ground has been held for some time: from whom it was taken is not asked"},
	{"house", "are anybody's, and not whose the town is: who storms them does it to whoever lives there"},
	{"begins", "verbs of beginning: what a verb in the present behind them says is done by their own subject"},
	{"leads", "verbs of a relative clause that only says who leads or backs a force: the object of the main verb stands behind it"},
	{"backers", "people who are for somebody: what they do is no deed of a person or a government"},
	{"leave", "leave to do something: who gave it, or was given it, did nothing yet"},
	{"equips", "verbs of having others do something, by training, arming or inciting them: they do it"},
	{"meets", "verbs that never go without an object: one party behind them is that, where another may be their subject"},
	{"where", "opens a clause that says what somebody did there"},
	{"he-land", "states whose names are masculine: the others go with no verb in the masculine"},
	{"suspect", "is held to have done what stands behind *in* or *by*: nobody before them did it"},
	{"suspects", "is held by somebody, who is not named, to be something"},
	{"rather", "opens a clause whose verb has the subject of the one before, which did not do that: but"},
	{"also", "opens a clause whose verb goes on with the subject of the one before"},
	{"through", "say by what means the verb before is done: whoever does that does what stands behind them"},
	{"that-alone", "is what the verb before was said or done to"},
	{"span", "say how long or how often, and are no object"},
	{"bout", "are bound to what is done: *a campaign of arrests*"},
	{"sees", "what a land, a town or a time sees happens there: it is not whom it is done to"},
	{"side", "end one of two sides: *X, backed by Y, on the one hand, and Z on the other*"},
	{"self", "stress the word before them, and are no object: *at the same time*"},
	{"crowd", "people whose land is not who they are: *crowds*, *protesters* with the adjective of a state"},
	{"former", "who has the office no longer, behind it: *former*, *late*, *deposed*"},
	{"laid", "what is laid on whoever is held to have done it: *responsibility, blame*"},
	{"as-he", "opens a clause and is its subject, one man or thing: *because he*"},
	{"as-she", "opens a clause and is its subject, in the feminine: *because she*"},
	{"as-they", "opens a clause and is its subject, many: *because they*"},
	{"he", "one body, or people, which no verb in the feminine goes with: *the regime* is then its object"},
	{"many", "how many, with an ending that no subject has"},
	{"meant", "participles behind which stands what a thing is for: whoever finds a car prepared for a bombing does not bomb"},
	{"so", "begin a clause that says what came of something: *which led the president to* is no call"},
	{"befalls", "say that people are killed or hurt: whoever is counted behind them, however exactly, had it done to them"},
	{"official", "one person who heads a body or has an office in it: what is done to him is not done to the body"},
	{"all-sides", "begin the name of all who are party to something, whom others call on"},
	{"fighting", "fighting, in which one is *with* somebody on his side, unless it is said to break out or to be fought"},
	{"lies-in-wait", "ambushes, which are laid for whoever stands behind *for*"},
	{"when", "opens a clause that only a verb begins: whom harm befell *when gunmen attacked*, they harmed"},
	{"since", "before a time from which something is counted"},
	{"after", "before what something only came before or after, which has a place of its own"},
	{"reply", "say that something is done in answer to what stands behind them, which has a place of its own"},
	{"still", "behind a negation say that something goes on"},
	{"martyr", "say that whoever died was killed, also in a fire"},
	{"accident", "of what people died where nobody did it: their deaths are no assault"},
	{"able", "behind *bi-* say who can do what stands behind them: hypothetical"},
	{"future", "before a verb: planned"},
	{"unreal", "before a verb or noun: hypothetical"},
	{"likely", "behind a noun: hypothetical"},
	{"remains", "before a verb in the present: ongoing"},
	{"no-event", "before a noun: not coded (*prevention of attacks*, *victims of attacks*)"},
	{"plan", "before a noun: planned"},
	{"due", "behind a noun: what it names is to come, status planned: *the coming talks*"},
	{"must", "before a verb or noun: demanded"},
	{"ongoing", "behind a noun: ongoing"},
}

// near are the keys of `with` and `without` beside those of [event-near].
var near = []word{
	{"place", "a place"},
	{"toll", "people counted as dead or hurt, or a word for them"},
	{"party", "an actor, or a word for people, arms or holdings"},
	{"armed", "an armed actor behind a preposition, or a word for its people there"},
}
