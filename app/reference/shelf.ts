type Place = { href: string; title: string; text: string }

/** What stands on the shelf, in groups by what the reader is about to do. */
export const shelf: readonly { id: string; title: string; places: readonly Place[] }[] = [
  {
    id: 'visit',
    title: 'Before or after a visit',
    places: [
      {
        href: '/reference/indicators',
        title: 'Indicators',
        text: 'Signs by setting, channel and strength, each with what else could explain it.'
      },
      {
        href: '/reference/cards',
        title: 'Conversation cards',
        text: 'Words to use and to avoid at each moment of a visit, to print.'
      },
      {
        href: '/reference/contacts',
        title: 'Contacts',
        text: 'Lines and services, with how and when each was verified.'
      },
      {
        href: '/facility',
        title: 'Facility card',
        text: 'Who to call where you work, with every blank visible.'
      }
    ]
  },
  {
    id: 'coding',
    title: 'Coding',
    places: [
      {
        href: '/reference/codes/decide',
        title: 'What has been documented?',
        text: 'From what the responsible provider documented to a code, in at most four questions.'
      },
      { href: '/reference/codes', title: 'Codes', text: 'All codes of the set, by words, group, certainty and age.' },
      {
        href: '/reference/codes/card',
        title: 'Coding on one page',
        text: 'The five rows and what goes with them, to print.'
      }
    ]
  },
  {
    id: 'evidence',
    title: 'What is known',
    places: [
      {
        href: '/evidence',
        title: 'About the evidence',
        text: 'What studies found, each figure with the people it was counted in, and every source.'
      },
      {
        href: '/reference/corrections',
        title: 'Corrections',
        text: 'Well-known figures that should not be repeated, and why.'
      },
      {
        href: '/reference/coverage',
        title: 'What is covered',
        text: 'Where each competency and topic is taught, as a table to show or to download.'
      }
    ]
  },
  {
    id: 'search',
    title: 'By your own words',
    places: [{ href: '/search', title: 'Search', text: 'Lessons, cases, codes, signs, phrases and contacts at once.' }]
  }
]
