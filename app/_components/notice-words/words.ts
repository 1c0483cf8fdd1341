/** How much a notice asks for: nothing, care, or to stop because something can do harm. */
export type Tone = 'plain' | 'attention' | 'risk'

/** What a notice says. */
export type NoticeWords = { title: string; text: string; tone: Tone }
