import type { Metadata } from 'next'
import { isMailConfigured } from '#server/mail.ts'
import { isSetUp } from '#server/people/organizations/setup-code.ts'
import { record } from '#server/record/db/client.ts'
import { Button } from '../_components/button.tsx'
import { CheckField } from '../_components/field.tsx'
import { missing } from '../_components/missing.ts'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { TextField } from '../_components/text-field.tsx'

export const metadata: Metadata = { title: 'Set up' }

/** Takes the code from the server's log and makes the first organization and its administrator, once. */
export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const { notice } = await searchParams
  if (await isSetUp(record())) missing()
  return (
    <Page>
      <CodeNotice code={notice} />
      <PageHeading
        title="Set up Attune"
        lede="This makes your organization and the account that administers it. It is asked once."
      />
      <Section id="mail" title="Mail">
        <MailWords />
      </Section>
      <Section id="begin" title="Begin">
        <form className="flow" method="post" action="/setup/open">
          <TextField
            name="code"
            label="Code"
            hint="Four groups of four signs. The server printed it in its log when it started; a new start prints a new one."
            autoComplete="off"
            autoCapitalize="characters"
            required
            maxLength={40}
          />
          <TextField name="organization" label="Name of your organization" required maxLength={200} />
          <TextField name="name" label="Your name" autoComplete="name" required maxLength={200} />
          <TextField name="email" type="email" label="E-mail address" autoComplete="email" required maxLength={254} />
          <TextField
            name="password"
            type="password"
            label="Password"
            hint="At least 12 characters. Three or four unrelated words are easy to keep in mind."
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={128}
          />
          <CheckField
            name="coordinator"
            value="yes"
            label="I also run our credit"
            hint="Makes you a coordinator too. You can give the role to somebody else later."
          />
          <CheckField
            name="demonstration"
            value="yes"
            label="Add the demonstration organization"
            hint="A fictional hospital to look around in. Nobody accredits it, and its name says so."
          />
          <div>
            <Button>Set up</Button>
          </div>
        </form>
      </Section>
    </Page>
  )
}

function MailWords() {
  if (isMailConfigured())
    return <p>Mail is configured. Invitations and links to sign in are sent through the server that you named.</p>
  return (
    <>
      <p>
        <strong>No mail is configured.</strong> Invitations and links to sign in are written to the server’s log in
        place of being sent, and whoever reads the log has to hand them on.
      </p>
      <p>
        To send them, set <code>SMTP_URL</code> and <code>MAIL_FROM</code> and start the server again. You can do so
        later.
      </p>
    </>
  )
}
