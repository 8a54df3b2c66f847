import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A way to another screen that stands among buttons and looks like them; still a link, to be opened beside. */
export const ButtonLink = createLink(Button)
