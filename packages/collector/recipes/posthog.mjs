// Sends straight to PostHog, in its cloud or your own.
import { browserContext, createCollector, posthog } from '@waymark/collector';

export function toPostHog(apiKey, host = 'https://eu.i.posthog.com') {
  return createCollector({
    endpoint: `${host}/batch/`,
    key: apiKey,
    format: posthog(),
    context: browserContext,
  });
}
