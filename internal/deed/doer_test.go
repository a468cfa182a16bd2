package deed_test

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/deed"
)

// TestDoer: who does what a word names that does not name its doer itself, and where nobody is to be
// named. Each sentence stands behind the doers of its happenings, in their order.
func TestDoer(t *testing.T) {
	const army, group = "turkish-army", "islamic-state"
	doers(t, []doing{
		// a verb of beginning lends its subject to the verb behind it, and "where" goes on with the subject before
		{"وبدأت القوات التركية تقصف البلدة.", []string{army}},
		{"ودخلت القوات التركية البلدة وأخذت تقصف المنازل.", []string{army}},
		{"ونفذت القوات التركية عملية في البلدة، حيث قصفت مواقع لتنظيم داعش.", []string{army}},
		{"وأربكت القوات التركية خطط تنظيم داعش في البلدة، حيث قصفت مواقع للتنظيم.", []string{""}},
		// a force, a great number of somebody's
		{"وحاصرت قوة كبيرة من القوات التركية البلدة.", []string{army}},
		{"وقصفت قوة من القوات التركية البلدة.", []string{army}},
		// a time is no subject, a side is nobody who does it, and where men were killed they did not kill
		{"وتحدثت الصحيفة عن خطف تنظيم داعش لعشرة مدنيين.", []string{group}},
		{"وتحدثت الصحيفة عن مهاجمة تنظيم داعش القوات التركية.", []string{group}},
		{"وجاء ذلك بعد أن طرد تنظيم داعش القوات التركية من البلدة.", []string{group}},
		// clauses without a relative pronoun behind an indefinite noun
		{"ونفذ تنظيم داعش هجوما استهدف القوات التركية.", []string{group, group}},
		{"ونقل السكان جثث عشرة من المسلحين قتلتهم القوات التركية.", []string{army}},
		{"وتحدث الوزير عن جنود قتلهم تنظيم داعش.", []string{group}},
		{"ودخل السكان مدينة قصفتها القوات التركية.", []string{army}},
		// behind a complementiser: who means to, who is to, and not who fears that another does
		{"ويخشى تنظيم داعش أن تهاجم القوات التركية المدينة.", []string{army}},
		{"ويتوقع السكان من القوات التركية أن تنسحب من المدينة.", []string{army}},
		{"ولا يريد تنظيم داعش أن تسحب القوات التركية جنودها من المدينة.", []string{army}},
		// an attack hit a patrol of the army's: not by it
		{"واستهدف هجوم دورية للقوات التركية.", []string{"", ""}},
		// an adjective or an age behind a victim is no object
		{"وقتلت ناشطة يسارية أمس.", []string{""}},
		{"وبدأ ذلك عندما اغتصبت فتاة تبلغ 23 عاما.", []string{""}},
		{"قتل عدد من القوات التركية في محافظة البيضاء وسط البلاد.", []string{""}},
		{"وضحك الرجل لأنه هاجم تنظيم داعش.", []string{""}},
		// a plural of men whose ending no subject has
		{"دعا الانفصاليين إلى ترك المدينة.", []string{""}},
		{"هاجم الانفصاليين في شرق البلاد.", []string{""}},
		{"وجاء ذلك بعد تفجير ألقيت المسؤولية فيه على تنظيم داعش.", []string{group}},
		{"واستهدف تفجير ألقي باللوم فيه على تنظيم داعش مركزا ثقافيا.", []string{"", group, ""}},
		// we did it, and a crowd is not its state
		{"وقال القائد: استهدفنا مواقع تنظيم داعش.", []string{""}},
		{"وقال القائد: طردنا تنظيم داعش من البلدة.", []string{""}},
		{"وتستعد القوات التركية لقطع الطرق التي يستخدمها تنظيم داعش.", []string{army}},
		{"عاقبت القوات التركية امرأة بالجلد بعد أن أدانتها محكمة.", []string{army, ""}},
		{"غادر السكان القرية في حين استهدفت مدفعية القوات التركية منازلها.", []string{"", army}},
		{"وقتل من جانب القوات التركية ثمانية أشخاص أمس.", []string{""}},
		{"انتهى الاشتباك الذي قتل فيه جنديان من القوات التركية.", []string{"", ""}},
		// a verbal noun bound to who does it, the object counted behind
		{"وأعلن الوزير اعتقال القوات التركية عشرة صحفيين.", []string{army}},
		{"غادر السكان القرية في حين قتلت القوات التركية عشرة منهم.", []string{"", army}},
		// verbal nouns that are joined, whatever stands between
		{"قامت القوات التركية باعتقال خمسة ناشطين وتدمير منازلهم.", []string{army, army}},
		{"نجحت القوات التركية في طرد المسلحين من البلدة واستعادة الجسر.", []string{army, army}},
		// whom somebody kept from something, whom they went on to meet, and whom they trained for a deed
		{"وأكد السكان أن ذلك لم يمنع القوات التركية من العودة.", []string{"", ""}},
		{"ووصل المبعوث إلى المدينة حيث التقى رجب طيب أردوغان لبحث الهدنة.", []string{"", "", ""}},
		{"ودربت القوات التركية مقاتلي تنظيم داعش لشن هجمات.", []string{army, group}},
		// who gave leave for it, who became a pretext for it, whom others are for, what an alliance of somebody's did
		{"ولم يحصل الوزير على التصريح للقيام بضربات في المدينة من قبل القوات التركية.", []string{""}},
		{"وأصبحت القوات التركية ذريعة لشن هجمات على المدينة.", []string{""}},
		{"وهاجم أنصار رجب طيب أردوغان المبنى.", []string{""}},
		{"فشلت المبادرة حيث فشلت القوات التركية من خلال السيطرة على المدينة.", []string{""}},
		// cells in a body, they it is that did it; the pressure which somebody brings to bear is not the fall
		{"خلايا تنظيم داعش في القوات التركية هي التي نفذت الهجوم أمس.", []string{group}},
		// whose forces these are: an army's, the force that the speaker commands by his title
		{"وقالت القوات التركية إن قواتها قصفت مواقع تنظيم داعش.", []string{army}},
		{"وقال سالم ناصر قائد القوات التركية إن قواته قصفت مواقع تنظيم داعش.", []string{army}},
		// whom a clause takes up by a pronoun is not its subject, and whom its verb is done to by another pronoun is not its head
		{"ووصلت القوات التركية التي يرفض تنظيم داعش التفاوض معها.", []string{group, ""}},
		{"وقال السكان إن القوات التركية التي هاجمتهم انسحبت.", []string{army, army}},
		// vowels of the passive, in two forms
		{"وقال الوزير إن تنظيم داعش قُصف في البلدة.", []string{""}},
		{"وقال الوزير إن تنظيم داعش يُستهدف في البلدة.", []string{""}},
		// whoever is helped by others had done it, and then goes on
		{"وكانت القوات التركية المدعومة بعناصر تنظيم داعش والمسلحين قد هاجمت القرية.", []string{army}},
		{"حاصرت القوات التركية القرية ثم قصفت المنازل.", []string{army, army}},
		// who is fought is who the clause is about
		{"وتقدم الجنود لقتال جماعة تنظيم داعش التي هاجمت القرية.", []string{"", group}},
		// the attempt is that of those who were arrested
		{"واعتقلت القوات التركية عشرة شبان أثناء محاولتهم اقتحام المبنى.", []string{army, ""}},
		// what is denied is a deed of whoever denies it, but not that somebody left, that it happened, or that others did it
		{"ونفت القوات التركية قصف القرية.", []string{army}},
		{"ونفت القوات التركية شائعات قصف القرية.", []string{""}},
		{"ونفت القوات التركية مغادرة مسلحين إلى الحدود.", []string{""}},
		{"ونفت القوات التركية وقوع هجوم على القرية.", []string{""}},
		// behind "by" stands who does it, and before the verb whom it is done to
		{"وقال الوزير إن سلوى منصور استهدفت من قبل القوات التركية.", []string{army}},
		// a suspect in it, and not whoever holds him
		{"وأوقفت القوات التركية مشتبها به في تفجير المسجد.", []string{army, ""}},
		// a state is feminine: it is whom somebody urged
		{"والتقى الوزير القوات التركية ودعا تركيا إلى وقف القتال.", []string{"", "", ""}},
		// whose the places are that were hit, though they are counted or an adjective stands between
		{"وشنت القوات التركية غارات على جسرين كبيرين لتنظيم داعش.", []string{army}},
		{"ونفذت القوات التركية غارات على ثلاثة مخازن لتنظيم داعش.", []string{army}},
		// purposes and attempts
		{"تقدمت القوات التركية في محاولة لاقتحام البلدة.", []string{army, army}},
		{"أرسلت القوات التركية تعزيزات من أجل استعادة البلدة.", []string{army, army, army}},
		{"أطلقت القوات التركية عملية عسكرية في المحافظة لاستعادتها.", []string{army, army}},
		{"جلس الوزير في البلدة من أجل استعادة الهدوء.", nil},
		// joined verbs, and those behind "after" or a complementiser, without a subject of their own
		{"اشتبكت القوات التركية مع تنظيم داعش وقتلت خمسة مسلحين.", []string{army, army}},
		{"وقالت القوات التركية في بيان إنها اعتقلت خمسة مسلحين وصادرت أسلحة.", []string{army, army}},
		{"تقدمت القوات التركية بعد أن سيطرت على البلدة.", []string{army}},
		{"هدد تنظيم داعش القوات التركية بالرد بعد أن قبضت على عناصره.", []string{group, army}},
		{"اعتقلت القوات التركية خمسة متظاهرين بعد أن اقتحموا المقر.", []string{army, ""}},
		{"أعلن الجيش التركي أنه قصف مواقع التنظيم.", []string{army}},
		{"قتلت خمسة مسلحين.", []string{""}},
		// men and arms by their pronoun
		{"وأضاف الجيش التركي أن طائراته قصفت مواقع التنظيم.", []string{army}},
		// a verb with its object glued on
		{"القوات التركية اعتقلتهم أمس.", []string{army}},
		{"الجسر دمرته أمس.", []string{""}},
		// accusations
		{"اتهمت المعارضة القوات التركية بأنها قصفت البلدة.", []string{"", army}},
		{"وحملت القوات التركية تنظيم داعش مسؤولية الهجوم على البلدة.", []string{army, group}},
		{"واعتقلت القوات التركية خمسة رجال لاتهامهم بقتل ضابط.", []string{army, "", ""}},
		// commands, consent and threats
		{"وأمر الجيش التركي بقصف البلدة.", []string{army}},
		{"هدد تنظيم داعش بقتل الرهائن.", []string{group, group}},
		// what they committed of, a number of
		{"وأدان الوزير ما قامت به القوات التركية من قصف البلدة.", []string{"", army}},
		{"وقد نفذ تنظيم داعش عددا من الهجمات في المدينة.", []string{group}},
		{"شنت القوات التركية العديد من الغارات على البلدة.", []string{army}},
		// behind "from" at once, and not further on
		{"تعرضت البلدة لقصف عنيف من القوات التركية.", []string{army}},
		// one body is no "she": it is the object of a verb whose subject is not said again
		{"قالت المنظمة إن تركيا ترسل الأسلحة وتدعم تنظيم داعش.", []string{""}},
		// whom it is aimed at stands behind the pronoun that it has for its object
		{"هذه هي الجماعة التي تستهدفنا نحن المواطنين.", []string{""}},
		// thousands before a house are not those who sit there; how many, with an ending that no subject has
		{"وتظاهر الآلاف أمام مقر الجيش التركي.", []string{""}},
		{"ووصل الوزير إلى البلدة والتقى عددا من ضباط الجيش التركي.", []string{"", ""}},
		// "at the same time" is no second noun, nor is somebody's age
		{"لا يريد الرجل أن يفاوض، لكنه يريد أن يحارب تنظيم داعش في الوقت نفسه.", []string{""}},
		{"وقتلت امرأة تبلغ من العمر 30 عاما.", []string{""}},
		// what a car is prepared for is not what they do who found it
		{"وعثر الجيش التركي على سيارة معدة للتفجير.", []string{""}},
		// a bomb is aimed at those behind the verb; who they are says no more of what was done
		{"وعثر على قنبلة كانت تستهدف على الأرجح القوات التركية.", []string{"", ""}},
		{"وقامت بقتل قائدين من كتائب الحزب وهما زعيم تنظيم داعش ورجل آخر.", []string{""}},
		// who is called on is not who calls: the ideas are
		{"ترفض القوات التركية الأفكار التي تدعو إلى السلام.", []string{army, ""}},
		// an attack that hit somebody, its object in the accusative; the day after clashes
		{"وشهدت المدينة هجوما استهدف القوات التركية.", []string{"", ""}},
		{"شنت القوات التركية غارات على البلدة غداة مواجهات على الحدود.", []string{army, ""}},
		// for whom and what for: it may be theirs
		{"وفتح الجيش التركي القاعدة لتنظيم داعش لتنفيذ هجمات.", []string{""}},
		// a plural whose ending no subject has, also where a list has it; a name in brackets behind its verb
		{"ضمت روسيا الإقليم ودعمت المسلحين.", []string{""}},
		{"وقع التفجير الذي نفذه (داعش) في البلدة.", []string{group}},
		// the subject whose relative clause stands before its verb; who a title behind a comma names
		{"وقال إن القوات التركية التي انتشرت في البلدة قتلت رجلين.", []string{army, army}},
		{"وقال إن الغارات التي تنفذها تركيا لا تستهدف القوات التركية.", []string{"", ""}},
		{"وهاجم تنظيم داعش قراهم وعائلاتهم.", []string{group}},
		// whose the truck is that was attacked; who is shelled, by number; of two sides the last
		{"وقع هجوم على آلية للجيش التركي.", []string{""}},
		{"أكد المكتب قصف الطيران سبعة معسكرات لتنظيم داعش.", []string{""}},
		{"ودارت اشتباكات بين الجيش التركي وتنظيم داعش الذي يقاتل في البلدة.", []string{army, group}},
		// who alone stands behind "forced" was forced; what was sent did not send; the town, they took hold of it
		{"وأجبرت تركيا على الانسحاب.", []string{""}},
		{"وقال إن طائرات وقوات تركية أرسلت إلى المنطقة.", []string{""}},
		{"البلدة سيطر عليها تنظيم داعش.", []string{group}},
		// who makes use of a protest does not protest
		{"أراد تنظيم داعش استغلال المظاهرات.", []string{""}},
		// who is called on to, not who calls
		{"دعا الجيش التركي السكان إلى أن يغادروا البلدة.", []string{"turkish-army", ""}},
		{"استهدفت الغارات مواقع من قوات الجيش التركي.", []string{"", ""}},
		// an attack that is repelled is another's
		{"تمكنت القوات التركية من صد الهجوم على البلدة.", []string{""}},
		{"وتصدت القوات التركية لهجوم على البلدة.", []string{army, ""}},
		// whom somebody tries to attack, what only is spoken of, whose attack was not claimed
		{"حاول مسلحو الحزب أن يهاجموا القوات التركية.", []string{""}},
		{"ووجهت القوات التركية إليه تهمة ارتكاب جرائم حرب.", []string{army, ""}},
		{"لكن تنظيم داعش لم يعلن مسؤوليته عن الهجوم.", []string{""}},
		{"وقال المتحدث إن طرد تنظيم داعش من المنطقة سيتيح العودة.", []string{"", ""}},
		// whose raids, storming, attack it is that only the verb before names
		{"اعتقلت القوات التركية عشرة مسلحين في مداهمات ليلية نفذتها في البلدة.", []string{army, army}},
		{"واعتقلت القوات التركية خمسة شبان بعد اقتحامها المخيم.", []string{army, army}},
		{"سيطر تنظيم داعش على البلدة بعد هجوم عنيف شنه على الجسر.", []string{group, group}},
		{"هاجم تنظيم داعش القوات التركية بعد قصفه.", []string{group, ""}},
		// who signs and who goes on, where other verbs are spelt alike; a claimed attack that hit something
		{"وتواصل القوات التركية عمليتها العسكرية في المدينة.", []string{army}},
		{"وتبنى تنظيم داعش التفجير الذي استهدف مسجدا.", []string{group, group}},
		{"استهدف التفجير مسجدا.", []string{"", ""}},
		{"شنت القوات التركية غارات استهدفت مواقع الحزب.", []string{army, army}},
		{"استشهد مدنيان برصاص القوات التركية.", []string{army}},
		// an adjective ends a phrase that is not definite
		{"وشنت طائرات حربية تابعة للجيش التركي غارات على البلدة.", []string{army}},
		{"وضع مسلحو داعش كمينا محكما نصبه الجيش التركي من قبل.", []string{army}},
		// a pronoun on the word that opens the clause, and what it is not of
		{"تقدمت القوات التركية في الصباح، إلا أنها رفضت الهدنة.", []string{army, army, ""}},
		{"قصفت القوات التركية البلدة لكنها تحارب تنظيم داعش.", []string{army, army}},
		{"اعتقلت القوات التركية شخصين يعتقد أنهما هاجما الجسر.", []string{army, ""}},
		{"وقال الوزير في بيان إنها قصفت البلدة.", []string{""}},
		// behind "after" and "before", in front of their main clause and behind it
		{"انسحب مسلحو تنظيم داعش من البلدة بعد أن هاجموا الجسر.", []string{group, group}},
		{"وبعد أن سيطرت على الجسر، انسحبت القوات التركية.", []string{army, army}},
		{"وبعد استهدافها لتنظيم داعش، انسحبت القوات التركية.", []string{army, army}},
		{"انسحبت القوات التركية قبل أن يطالب السكان بالحماية.", []string{army, ""}},
		// who ought to, whom somebody asks
		{"على القوات التركية أن تنسحب من البلدة.", []string{army}},
		{"طالب تنظيم داعش القوات التركية بأن تنسحب من البلدة.", []string{group, army}},
		{"وطلب تنظيم داعش من القوات التركية أن تنسحب من البلدة.", []string{group, army}},
		// of whom a participle says so
		{"القوات التركية مصممة على مواصلة القتال ضد تنظيم داعش.", []string{army}},
		{"وأضاف أن القوات التركية مستعدة لاقتحام البلدة.", []string{army}},
		{"وقصف تنظيم داعش المتهم بقتل الرهائن بلدة أخرى.", []string{group, group}},
		{"كشفت القوات التركية عن مخطط لاغتيال الوزير.", []string{""}},
		// their wish to, their efforts to, their role in
		{"أعلنت القوات التركية عزمها إقامة منطقة عازلة.", []string{army}},
		{"وأشاد الوزير بدور القوات التركية في تحرير البلدة.", []string{"", army}},
		{"بسبب إصرار القوات التركية في المنطقة على قصف البلدة.", []string{army}},
		// what is begun in itself, and what is only looked into
		{"بدأت القوات التركية في قصف البلدة.", []string{army}},
		{"بدأت القوات التركية التحقيق في الهجوم.", []string{army, ""}},
		{"لم تنجح القوات التركية بسبب المعارك.", []string{""}},
		// whom a relative clause describes, and one that goes on behind "and"
		{"القوات التركية التي نفت التهمة قصفت البلدة.", []string{army}},
		{"مسلحو تنظيم داعش الذين يتحصنون في البلدة والذين رفضوا الهدنة.", []string{group, ""}},
		// joined over a relative clause, with the object glued on
		{"هاجم مسلحو تنظيم داعش نقاط التفتيش التي أقامها الجيش وقتلوا خمسة جنود.", []string{group, group}},
		{"اعتقلت القوات التركية الرجل واقتادته إلى المدينة.", []string{army, army}},
		// who is invited, what is done together, what an operation includes
		{"وجه الوزير الدعوة إلى القوات التركية لزيارة المدينة.", []string{"", army}},
		{"قصفت القوات التركية البلدة بالتنسيق مع تنظيم داعش.", []string{army, army}},
		{"نفذ تنظيم داعش هجمات شملت استهداف الجسر.", []string{group, group}},
		{"استخدام القوات التركية للقاعدة في قصف البلدة.", []string{army}},
		{"اتهمت المعارضة القوات التركية بتنفيذ تفجير في البلدة.", []string{"", army}},
		// who condemns, by the preposition of what is condemned
		{"ونددت القوات التركية بهجوم تنظيم داعش.", []string{army, group}},
		// what stands between: an aside, by whose word, which army, what it is loyal to
		{"وقصف الجيش التركي، حسب المصادر نفسها، بيوتا في البلدة.", []string{army}},
		{"وقال البيان إن الجيش التركي، بدعم من الطيران، استعاد البلدة.", []string{army}},
		{"وكان مقاتلون من تنظيم داعش ووحدات من الجيش موالية للرئيس السابق قد استولوا على البلدة.", []string{group}},
		{"وأعدمت القوات التركية شنقا أمس أحد المعتقلين.", []string{army}},
		{"وقال المرصد إن تنظيم (داعش) فجر سيارة مفخخة.", []string{group}},
		{"وقال إن القوات التركية في سوريا التي تقتل المدنيين معروفة.", []string{army}},
		// who is held did it, and not who holds them
		{"اعتقلت القوات التركية عنصرين من تنظيم داعش بتهمة التخطيط لشن هجمات.", []string{army, group}},
		{"واعتقلت القوات التركية رجلا بتهمة التخطيط لشن هجمات.", []string{army, ""}},
		// a deed told behind another: by, to, in order to; a decision; operations which included
		{"وتسعى القوات التركية إلى تأمين المدينة، وذلك بطرد تنظيم داعش منها.", []string{army}},
		{"وشاركت القوات التركية في قتال تنظيم داعش.", []string{army}},
		{"وتمكن الجيش التركي من تدمير عدد من الآليات وقتل عشرة مسلحين.", []string{army, army}},
		{"وأصدر الجيش التركي قرارا بتمديد حظر التجول.", []string{army}},
		{"نفذ تنظيم داعش عددا من العمليات شملت استهداف الجسر، وإطلاق النار على دورية للشرطة.", []string{group, group}},
		{"وشن الهجوم مسلحون من تنظيم داعش.", []string{group}},
		{"وجاء ذلك بعد استعادة القوات التركية لبلدة الشيخ سعد.", []string{army}},
		{"وتحدث عن هجوم مستوحى من تنظيم داعش.", []string{""}},
		{"وجاء ذلك بعد قصف تنظيم داعش والقوات التركية لوحدة الاتصالات الرئيسية.", []string{group + " " + army}},
		{"وتحدث عن تقدم القوات التركية وسيطرتها على البلدة.", []string{army, army}},
		{"وقال إن تنظيم داعش يقتل ويعتقل المدنيين.", []string{group, group}},
		{"وقال إن عنصرا من تنظيم داعش قتل واعتقل 16 شخصا.", []string{"", ""}},
		{"وأوضح أن القوات التركية وجهت المدفعية والصواريخ لقتل المدنيين.", []string{army}},
		{"وطلب الوزير من القوات التركية الانسحاب من البلدة.", []string{"", army}},
		{"أما تنظيم داعش فشن هجوما على القرية.", []string{group}},
		{"وقال إن التفجير الذي أوقع عشرات القتلى في البلدة، نفذه تنظيم داعش.", []string{group}},
		{"وقال شهود إن القوات التركية وصلت في ساعات الفجر، لاعتقال أحد السكان.", []string{army}},
		{"وأعلنت القوات التركية العاملة في إطار الحلف، في بيان مسؤوليتها عن قتل النائب.", []string{army}},
		{"وقال البيان إن القوات التركية نجحت في تدمير سيارات، كما هاجمت عددا من المواقع.", []string{army, army}},
		{"وقال البيان إن القوات التركية هاجمت البلدة، كما قتل عشرة مدنيين.", []string{army, ""}},
		{"وقال البيان إن القوات التركية هاجمت البلدة، كما نسف مسلحون الجسر.", []string{army, ""}},
		{"وفجر مسلح في تنظيم داعش سيارة مفخخة.", []string{group}},
		{"وأعلن الجيش التركي، قبل أيام، بدء عملية عسكرية في المدينة.", []string{army}},
		{"وترتكب القوات التركية جرائم ضد المدنيين، من خلال قصف الأحياء.", []string{army}},
		{"وكان المقال الذي نشرته صحيفة محلية قد اتهم القوات التركية بخطف الشبان.", []string{"", army}},
		{"وتحدث عن قصف القوات التركية مواقع في البلدة.", []string{army}},
		{"وتم قتل مسلحين آخرين.", []string{""}},
		{"وحذر التقرير من استخدام القوات التركية في هجمات على القرية.", []string{""}},
		{"وفي شباط - فبراير الماضي اعتقلت القوات التركية الفرنسي سامي الدالي.", []string{army}},
		{"باريس، فرنسا (AFP) -- قصفت القوات التركية القرية.", []string{army}},
		{"وسيطرت القوات التركية على الموقف.", nil},
		{"وتعهد الجيش التركي بسحق المسلحين الذين قتلوا السكان.", []string{army, ""}},
		{"وتعهد الجيش التركي بسحق تنظيم داعش الذي قصف القرية.", []string{army, ""}},
		{"ووافق الوزير على أن تستخدم طائرات الجيش التركي قواعده لشن غارات على البلدة.", []string{army}},
		{"وقال الوزير إن سامي الدالي أعدم شنقا في سجن المدينة الواقع في غرب البلاد.", []string{""}},
		{"بسبب قيام جنود بقتل عشرة مسلحين على متن سفينة لنشطاء من المدينة.", []string{""}},
		// a clause behind "when", and whoever harmed people when they attacked
		{"وقتل عشرة مدنيين حين هاجم عناصر من تنظيم داعش القرية.", []string{group, group}},
		{"وأصيب السكان عندما قصفت القوات التركية البلدة.", []string{army, army}},
		{"وقتل السكان منذ العام الماضي عندما قصفت القوات التركية البلدة.", []string{"", army}},
		{"وبقي السكان في البلدة إلى حين انسحاب القوات التركية منها.", []string{army}},
		// have not ceased to, are able to
		{"القوات التركية ما زالت تقصف القرية.", []string{army}},
		{"وكان بإمكان القوات التركية قصف تنظيم داعش.", []string{army}},
		// the subject behind what the verb lends it
		{"وقامت بقصفها القوات التركية.", []string{army}},
		// what opens a sentence is not what a clause belongs to
		{"من جهة أخرى هاجمت القوات التركية القرية.", []string{army}},
		{"وفي خطوة مفاجئة سيطرت القوات التركية على القرية.", []string{army}},
		{"وفي هجوم شنته القوات التركية سقطت القرية.", []string{army}},
		// what a raid hit is no one whose raid it is
		{"قتلت غارة عشرة جنود من القوات التركية.", []string{"", ""}},
		{"وأعلنت الحكومة عن قصف القوات التركية جسرا في القرية.", []string{army}},
		// the clause behind a bombing or an attack says whom it hit; who was seized; whom others are for; whose plan it is
		{"وجاء ذلك بعد تفجير انتحاري قتل خمسة جنود أتراك في البلدة.", []string{""}},
		{"وجاء ذلك ردا على هجوم في الشهر الماضي استهدف الرئيس رجب طيب أردوغان.", []string{"", ""}},
		{"وقالت الصحيفة إن ستة صيادين ألقي القبض عليهم أمس.", []string{""}},
		{"وجاء ذلك بعد هجمات شنها مسلحو تنظيم داعش والموالون للرئيس رجب طيب أردوغان على القرية.", []string{group}},
		{"وقال النائب إن تنظيم داعش يعرقل خطة تركية لتوسيع الغارات على البلدة.", []string{group, ""}},
		{"وتستهدف القوات التركية تدريب مئات الشبان.", nil},
		{"سجن 20 صيادا مدى الحياة أمس.", []string{""}},
		{"وتقدمت القوات التركية في محادثات الهدنة.", []string{""}},
		{"واستعاد تنظيم داعش مقعده في المجلس.", nil},
		{"وضربت القوات التركية أروع الأمثلة.", nil},
		// an attack, and what it was launched for; an action and what else is done to the same
		{"وشنت القوات التركية أمس هجوما على البلدة لطرد تنظيم داعش منها.", []string{army, army}},
		{"وندد السكان باستهداف القوات التركية لمنزل العائلة وإحراقه.", []string{"", army, army}},
		// whose aim it is, and who faces charges of it
		{"وأعلنت القوات التركية أن هدفها تحرير البلدة.", []string{army}},
		{"ويواجه تنظيم داعش اتهامات بقتل السكان.", []string{"", group}},
		{"وأدان الوزير تنظيم داعش لشنه هجمات على السكان.", []string{"", group}},
		// whose pronoun is "she": no men, and the subject of the verb
		{"وقال شاهد إن القوات التركية قطعت طرق المسلحين بعد سيطرتها على البلدة.", []string{army, army}},
		// a verb in the feminine with an action behind it, one that may be of speech, and whom a relative clause tells of
		{"والقوات التركية تقوم بحصار البلدة وتمنع دخول المساعدات.", []string{army, army, ""}},
		{"ووصل الوزير إلى البلدة التي قصفت القوات التركية منازل فيها.", []string{"", army}},
		{"ووقعت هجمات وتفجيرات نفذها تنظيم داعش في البلدة.", []string{group, group}},
		// which they set about, of shelling; what they do more of
		{"وندد السكان بالأعمال التي تقوم بها القوات التركية من قصف البلدة.", []string{"", army}},
		{"وكثفت القوات التركية من قصفها للبلدة.", []string{army}},
		// a relative clause between the verb and its object
		{"وأعلن الجيش التركي الذي يقاتل تنظيم داعش هدنة لخمسة أيام.", []string{army, army}},
	})
}

// doing is a sentence and who does what its words name, in their order.
type doing struct {
	text string
	want []string
}

// doers compares whom a reader has for the doers of what sentences tell with those whom they name.
func doers(t *testing.T, all []doing) {
	t.Helper()
	s := newScene(t)
	for _, x := range all {
		var got []string
		s.each(x.text, func(r *deed.Reader, anchors []deed.Anchor) {
			for i := range anchors {
				var who []string
				for _, p := range anchors[i].Agents {
					if id := r.Rec.Actors[p].ID; !riwaya.OfArticle(id) && !riwaya.OfState(id) {
						who = append(who, id)
					}
				}
				got = append(got, strings.Join(who, " "))
			}
		})
		if !slices.Equal(got, x.want) {
			t.Errorf("%s\n got  %q\n want %q", x.text, got, x.want)
		}
	}
}
