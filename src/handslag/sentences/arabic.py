"""What somebody who answers a survey may be told, in Arabic. As in `handslag.sentences`.

Only what can go wrong on the pages of a survey. Nobody who speaks the language has looked at it yet, as with
our other Arabic words; the pages say so.
"""

ARABIC: dict[str, str] = {
    # domain/surveys/checking.py
    "answer_required": "أجب عن السؤال للمتابعة.",
    "answer_not_whole": "”{value}” ليس عددًا صحيحًا. اكتب عددًا صحيحًا بالأرقام، مثل 3.",
    "answer_not_number": "”{value}” ليس عددًا. اكتب العدد بالأرقام، مثل 2.5.",
    "answer_not_day": "”{value}” ليس تاريخًا. اكتب السنة والشهر واليوم، مثل 2026-05-04.",
    "answer_unknown_choice": "هذا ليس من الإجابات الممكنة. اختر إحدى الإجابات المعروضة.",
    "answer_out_of_range": "أجب بعدد من {lowest} إلى {highest}.",
    "answer_too_low": "يجب ألا يقل العدد عن {lowest}.",
    "answer_too_high": "يجب ألا يزيد العدد عن {highest}.",
    "answer_too_many": "اخترت {count}. اختر {most} على الأكثر.",
    "answer_too_few": "اخترت {count}. اختر {fewest} على الأقل.",
    "answer_too_long": "النص {count} حرفًا. اختصره إلى {most} حرفًا على الأكثر.",
    "answer_constraint": "{message}",
    "answer_refused": "الإجابة لا توافق المطلوب في السؤال. اقرأ السؤال مرة أخرى وغيّر الإجابة.",
    "answer_ranked_twice": "الشيء نفسه مذكور في مكانين. اختر شيئًا واحدًا لكل مكان.",
    # services/listening/intake/taking.py
    "answer_not_stored": "تعذّر حفظ إجابتك الآن. اضغط على ”إرسال” مرة أخرى بعد قليل. تُحسب مرة واحدة فقط.",
    "survey_not_taking": "الاستبيان لا يستقبل إجابات الآن. لم يُحفظ شيء.",
    # services/listening/codes.py
    "code_needed": "اكتب الرمز الموجود في الرسالة أو على القصاصة. لا يستقبل الاستبيان إجابات إلا برمز.",
    "code_malformed": "هذا لا يشبه رمزًا. في الرمز عشرة أحرف وأرقام.",
    "code_wait": "كانت رموز كثيرة متتالية خاطئة. لم يُجرَّب رمزك بعد. انتظر عشر ثوانٍ ثم اضغط على ”إرسال” مرة أخرى.",
    "code_refused": "الرمز غير صالح. قارنه حرفًا حرفًا. كل رمز صالح لإجابة واحدة.",
    # services/listening/reads/receipts.py, domain/listening/receipts.py
    "receipt_malformed": "هذا لا يشبه رمز إيصال. فيه 26 حرفًا ورقمًا في مجموعات من أربعة.",
    "receipt_unknown": "لا توجد إجابة بهذا الرمز. قارنه حرفًا حرفًا. ربما سُحبت الإجابة من قبل.",
    "survey_closed_for_withdrawal": "أُغلق الاستبيان وجُمعت الإجابات. لم يعد سحب الإجابة ممكنًا.",
}
