import { z } from 'zod';

// The content security policy forbids `new Function`, which zod would try once to speed itself up.
z.config({ jitless: true });
