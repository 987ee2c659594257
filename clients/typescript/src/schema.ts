// Made of the OpenAPI document by "npm run client". Not to be changed by hand.

export interface paths {
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a case */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** A case as its reader sees it */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a case on */
        post: operations["sendEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/events/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would follow from an event: stages and dates. Nothing is stored, nothing is sent.
         * @description POST /cases/{ref}/events?preview=true does the same.
         */
        post: operations["previewEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** What waits for a second person of your organisation */
        get: operations["listApprovals"];
        put?: never;
        /** Ask a colleague to approve what your organisation lets nobody send alone. The dates of the case go on. */
        post: operations["askApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what you asked for */
        delete: operations["takeBackApproval"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve it as somebody else than its writer: it is sent, as of today */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/approvals/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its writer with a reason */
        post: operations["giveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put right what the case was opened with; open dates are counted again */
        post: operations["correctFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** The journal with its hash chain */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** Dates with their working */
        get: operations["getDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** Files of the case */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/documents/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                name: string;
            };
            cookie?: never;
        };
        /** One file, with its hash in Repr-Digest */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Papers of the case and of linked cases as one PDF, without the words that must not be in it */
        post: operations["makeBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** Documents that were added to the case, as far as you may know of them */
        get: operations["listUploads"];
        put?: never;
        /** Add a document: checked for viruses, and made anew without what it says about its makers */
        post: operations["addUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        /** Its content, as an attachment */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /** Take it away; the journal keeps its digest */
        delete: operations["removeUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/uploads/{id}/sees": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say anew who may see it */
        put: operations["shareUpload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/uploads/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go what was held because of private details */
        post: operations["releaseUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{ref}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        /** All that is needed to check the case offline: docs/check-proof.mjs */
        get: operations["getProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transparency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The root of every day over all journals, latest first; each day answers for the one before */
        get: operations["getTransparency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open cases of your organisations, soonest first */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of your organisations */
        get: operations["listWebhooks"];
        put?: never;
        /** Be told when a case of your organisation changes */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End it, with what was still to be sent */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the old one is good for a day more */
        post: operations["rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For GOV.UK Notify: what became of a message */
        post: operations["takeNotifyReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For a mail server: a mail that came back */
        post: operations["takeBounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published figures of a quarter, after disclosure control */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which way is open */
        post: operations["triage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A date, explained */
        post: operations["deadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The frozen report of a quarter, for who answers for the body to its board */
        get: operations["getBoardReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board-report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same numbers as a table */
        get: operations["getBoardReportTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every route */
        get: operations["listRoutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Proof: {
            ref: string;
            head: string;
            entries: Record<string, never>[];
            /** @description Nothing until the first root after the case was opened */
            inclusion: {
                /** Format: date */
                day: string;
                /** @description How many entries the root answers for */
                version: number;
                position: number;
                path: string[];
                root: string;
            } | null;
        };
        Preview: {
            case: components["schemas"]["Following"];
            opens: components["schemas"]["Following"][];
            tells: components["schemas"]["Following"][];
        };
        Following: {
            /** @description Absent where the case would be opened */
            ref?: string;
            route: string;
            routeTitle: string;
            stage: Record<string, never>;
            turn?: Record<string, never>;
            outcome?: Record<string, never>;
            /** @description Dates with their working */
            starts: Record<string, never>[];
            ends: Record<string, never>[];
        };
        Dashboard: {
            /** @description Absent while nothing has been published */
            publication?: {
                /** @description e.g. 2026Q3 */
                quarter?: string;
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
                /**
                 * Format: date
                 * @description What was recorded later is not counted
                 */
                cutOff?: string;
                /** Format: date-time */
                builtAt?: string;
                /** @description Version of the methodology at /dashboard/data */
                method?: number;
            };
            /** @description Every published quarter, latest first */
            quarters: string[];
            areas: {
                area?: string;
                name?: string;
                /** @enum {unknown} */
                body?: "council" | "icb";
            }[];
            figures: {
                /** @enum {unknown} */
                body: "council" | "icb";
                /** @description `england` for all of a kind together */
                area: string;
                areaName: string;
                /** @enum {unknown} */
                measure: "duties" | "promises" | "recommendations" | "escalations" | "opened";
                /** @description See the data dictionary at /dashboard/data-dictionary.csv */
                category: string;
                /** @description `*` is hidden, not zero */
                value: number | "*";
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                pointer?: string;
                detail?: string;
            }[];
        };
        /** @description Facts of Mediation information and certificate */
        "facts.mediation-information": {
            /**
             * What did the council decide?
             * @enum {string}
             */
            decision: "refuse-to-assess" | "refuse-to-reassess" | "refuse-to-issue" | "contents" | "refuse-to-amend" | "cease";
            /**
             * When was the decision letter sent?
             * Format: date
             * @description Use the date printed on the letter if you do not know when it was sent.
             */
            noticeSent: string;
            /**
             * Which parts of the plan do you disagree with?
             * @description Leave this empty if there is no plan.
             * @default []
             */
            sections?: ("B" | "F" | "I" | "C" | "G" | "D" | "H")[];
        };
        /** @description Tell the mediation adviser. Sent by: parent or young person, mediation adviser */
        "event.mediation-information.adviser-contacted": Record<string, never>;
        /** @description Say no to mediation. Sent by: parent or young person, mediation adviser */
        "event.mediation-information.mediation-declined": Record<string, never>;
        /** @description Say yes to mediation. Sent by: parent or young person, mediation adviser */
        "event.mediation-information.mediation-wanted": {
            /**
             * When was the council told, or whoever your letter names for it?
             * Format: date
             * @description The council has 30 days from then. Leave it out if it hears of it here first.
             */
            councilTold?: string;
        };
        /** @description Issue the certificate. Sent by: mediation adviser, parent or young person */
        "event.mediation-information.certificate-issued": {
            /**
             * What does the certificate say?
             * @enum {string}
             */
            reason: "declined" | "concluded" | "not-arranged";
        };
        /** @description Record that mediation has ended. Sent by: mediation adviser, mediator, parent or young person */
        "event.mediation-information.mediation-ended": Record<string, never>;
        /** @description Ask the Tribunal to let you appeal without a certificate. Sent by: parent or young person */
        "event.mediation-information.leave-asked": Record<string, never>;
        /** @description Stop here. Sent by: parent or young person */
        "event.mediation-information.stopped": Record<string, never>;
        /** @description Facts of Mediation with the council */
        "facts.mediation.council": {
            /**
             * What did the council decide?
             * @enum {string}
             */
            decision?: "refuse-to-assess" | "refuse-to-reassess" | "refuse-to-issue" | "contents" | "refuse-to-amend" | "cease";
            /**
             * When was the decision letter sent?
             * Format: date
             */
            noticeSent?: string;
            /**
             * When was the council told that you want mediation?
             * Format: date
             * @description It has 30 days from then. Leave it out if it hears of it here first.
             */
            authorityInformed?: string;
            /**
             * Is health care one of the issues?
             * @default false
             */
            health?: boolean;
        };
        /** @description Record the meeting. Sent by: mediation adviser, mediator, council SEND casework, ICB (responsible commissioner) */
        "event.mediation.council.meeting-arranged": {
            /**
             * What day is the meeting?
             * Format: date
             */
            meeting: string;
            /**
             * Where is it?
             * @enum {string}
             */
            venue: "online" | "in-person" | "phone";
            /**
             * Is someone coming who can settle the issues for the body?
             * @description The law asks for this (SEND Regulations 2014 reg 38).
             */
            authority: boolean;
            /** What does anyone need to take part? */
            needs?: string;
        };
        /** @description Say that mediation cannot be arranged in time. Sent by: council SEND casework, ICB (responsible commissioner), mediation adviser */
        "event.mediation.council.cannot-arrange": {
            /** Why can it not be arranged in time? */
            reason: string;
        };
        /** @description Record that the meeting took place. Sent by: mediation adviser, mediator */
        "event.mediation.council.mediation-held": {
            /** Did someone come who could settle the issues? */
            attended: boolean;
            /** Were the child's or young person's views heard? */
            views: boolean;
        };
        /** @description Record the agreement. Sent by: mediation adviser, mediator */
        "event.mediation.council.agreement-recorded": {
            /**
             * What was agreed?
             * @description Up to 50 points.
             */
            points: {
                /**
                 * What was agreed?
                 * @description One promise for each point.
                 */
                what: string;
                /**
                 * Who will do it?
                 * @enum {string}
                 */
                owedBy: "council" | "icb";
                /**
                 * What kind of promise is it?
                 * @enum {string}
                 */
                kind: "mediation.agreement.order.assess.final-plan" | "mediation.agreement.order.make-plan.final" | "mediation.agreement.order.amend-contents" | "mediation.agreement.order.amend-placement" | "mediation.agreement.order.reconsider" | "mediation.agreement.no-appeal-right" | "named.date";
                /**
                 * By which date, if you agreed one in writing?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Record that there was no agreement. Sent by: mediation adviser, mediator */
        "event.mediation.council.no-agreement": Record<string, never>;
        /** @description Issue the certificate. Sent by: mediation adviser, mediator */
        "event.mediation.council.certificate-issued": Record<string, never>;
        /** @description Stop mediation. Sent by: parent or young person */
        "event.mediation.council.family-withdrew": Record<string, never>;
        /** @description Add a note to the history. Sent by: mediation adviser, mediator, parent or young person, council SEND casework, ICB (responsible commissioner) */
        "event.mediation.council.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Record that the ICB was told. Sent by: council SEND casework, mediation adviser, ICB (responsible commissioner) */
        "event.mediation.council.icb-told": Record<string, never>;
        /** @description Facts of Mediation with the ICB */
        "facts.mediation.icb": {
            /**
             * What did the council decide?
             * @enum {string}
             */
            decision?: "refuse-to-assess" | "refuse-to-reassess" | "refuse-to-issue" | "contents" | "refuse-to-amend" | "cease";
            /**
             * When was the decision letter sent?
             * Format: date
             */
            noticeSent?: string;
            /**
             * When was the council told that you want mediation about health care?
             * Format: date
             * @description It has 3 working days to tell the Integrated Care Board (ICB). Leave it out if it hears of it here first.
             */
            authorityInformed?: string;
            /**
             * When did the council tell the ICB?
             * Format: date
             * @description The 30 days of the ICB count from this day. Leave it out if you do not know, or if it has not.
             */
            icbNotified?: string;
        };
        /** @description Record the meeting. Sent by: mediation adviser, mediator, council SEND casework, ICB (responsible commissioner) */
        "event.mediation.icb.meeting-arranged": {
            /**
             * What day is the meeting?
             * Format: date
             */
            meeting: string;
            /**
             * Where is it?
             * @enum {string}
             */
            venue: "online" | "in-person" | "phone";
            /**
             * Is someone coming who can settle the issues for the body?
             * @description The law asks for this (SEND Regulations 2014 reg 38).
             */
            authority: boolean;
            /** What does anyone need to take part? */
            needs?: string;
        };
        /** @description Say that mediation cannot be arranged in time. Sent by: council SEND casework, ICB (responsible commissioner), mediation adviser */
        "event.mediation.icb.cannot-arrange": {
            /** Why can it not be arranged in time? */
            reason: string;
        };
        /** @description Record that the meeting took place. Sent by: mediation adviser, mediator */
        "event.mediation.icb.mediation-held": {
            /** Did someone come who could settle the issues? */
            attended: boolean;
            /** Were the child's or young person's views heard? */
            views: boolean;
        };
        /** @description Record the agreement. Sent by: mediation adviser, mediator */
        "event.mediation.icb.agreement-recorded": {
            /**
             * What was agreed?
             * @description Up to 50 points.
             */
            points: {
                /**
                 * What was agreed?
                 * @description One promise for each point.
                 */
                what: string;
                /**
                 * Who will do it?
                 * @enum {string}
                 */
                owedBy: "council" | "icb";
                /**
                 * What kind of promise is it?
                 * @enum {string}
                 */
                kind: "mediation.agreement.order.assess.final-plan" | "mediation.agreement.order.make-plan.final" | "mediation.agreement.order.amend-contents" | "mediation.agreement.order.amend-placement" | "mediation.agreement.order.reconsider" | "mediation.agreement.no-appeal-right" | "named.date";
                /**
                 * By which date, if you agreed one in writing?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Record that there was no agreement. Sent by: mediation adviser, mediator */
        "event.mediation.icb.no-agreement": Record<string, never>;
        /** @description Issue the certificate. Sent by: mediation adviser, mediator */
        "event.mediation.icb.certificate-issued": Record<string, never>;
        /** @description Stop mediation. Sent by: parent or young person */
        "event.mediation.icb.family-withdrew": Record<string, never>;
        /** @description Add a note to the history. Sent by: mediation adviser, mediator, parent or young person, council SEND casework, ICB (responsible commissioner) */
        "event.mediation.icb.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Record that the ICB was told. Sent by: council SEND casework, mediation adviser, ICB (responsible commissioner) */
        "event.mediation.icb.icb-told": Record<string, never>;
        /** @description Facts of Appeal to the SEND Tribunal */
        "facts.tribunal.sen-appeal": {
            /**
             * What did the council decide?
             * @enum {string}
             */
            decision: "refuse-to-assess" | "refuse-to-reassess" | "refuse-to-issue" | "contents" | "refuse-to-amend" | "cease";
            /**
             * When was the decision letter sent?
             * Format: date
             * @description Use the date printed on the letter if you do not know when it was sent.
             */
            noticeSent: string;
            /**
             * Which parts of the plan do you disagree with?
             * @description Leave this empty if there is no plan.
             * @default []
             */
            sections?: ("B" | "F" | "I" | "C" | "G" | "D" | "H")[];
            /**
             * What is the date of your mediation certificate?
             * Format: date
             * @description Leave it out if you have none yet.
             */
            certificateIssued?: string;
        };
        /** @description Add your mediation certificate. Sent by: parent or young person, mediation adviser */
        "event.tribunal.sen-appeal.certificate-received": Record<string, never>;
        /** @description Record that you sent your appeal. Sent by: parent or young person */
        "event.tribunal.sen-appeal.lodged": Record<string, never>;
        /** @description Record a late appeal, with your reasons. Sent by: parent or young person */
        "event.tribunal.sen-appeal.lodged-late": {
            /**
             * Why is the appeal late?
             * @description A letter that left out your right to appeal is a good reason.
             */
            reason: string;
        };
        /** @description Ask the Tribunal to let you appeal without a certificate. Sent by: parent or young person */
        "event.tribunal.sen-appeal.leave-asked": {
            /** Why do you have no certificate? */
            reason: string;
        };
        /** @description Record that the Tribunal registered the appeal. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.registered": {
            /**
             * By when must the council answer, if the letter says so?
             * Format: date
             */
            respondBy?: string;
        };
        /** @description Record that the Tribunal did not accept the appeal. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.rejected": Record<string, never>;
        /** @description Answer the appeal. Sent by: council SEND casework, parent or young person */
        "event.tribunal.sen-appeal.responded": {
            /**
             * Does the council oppose the appeal?
             * @enum {string}
             */
            opposes: "all" | "part" | "none";
        };
        /** @description Tell the Tribunal that you do not oppose the appeal. Sent by: council SEND casework, parent or young person */
        "event.tribunal.sen-appeal.conceded": {
            /**
             * What follows?
             * @description The dates run from this notice, by regulation 45. You will see them before anyone else acts.
             * @enum {string}
             */
            kind: "assess" | "contents" | "placement" | "plan" | "continue";
            /** What will the council do? */
            what: string;
        };
        /** @description Record what the Tribunal told you to do (“directions”). Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.directed": {
            /** What must be done? */
            directions: {
                /**
                 * What is it?
                 * @enum {string}
                 */
                what: "attendance form" | "evidence" | "bundle" | "working document" | "other";
                /**
                 * Who must do it?
                 * @enum {string}
                 */
                who: "family" | "council";
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a direction was met. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.direction-met": {
            /** Which point? */
            point: string;
        };
        /** @description Ask the Tribunal for a change. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.change-asked": {
            /** Does the other side agree? */
            agreed: boolean;
            /** What do you ask for, and why? */
            reason: string;
        };
        /** @description Record the hearing date. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.hearing-listed": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * How is it held?
             * @enum {string}
             */
            how: "video" | "in-person" | "papers";
        };
        /** @description Record that the hearing was put off. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.adjourned": Record<string, never>;
        /** @description Record that the hearing took place. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.heard": Record<string, never>;
        /** @description Record an order that both sides agreed. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.consent-order": {
            /** What was ordered? */
            points: {
                /** What must the council do? */
                what: string;
                /**
                 * What kind of order is it?
                 * @enum {string}
                 */
                kind: "order.assess.final-plan" | "order.assess.notify" | "order.make-plan.draft" | "order.make-plan.final" | "order.reconsider" | "order.amend-contents" | "order.amend-placement" | "order.amend-contents-and-placement" | "order.continue-and-amend" | "named.date";
                /**
                 * Which date does the order name, if any?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Record the decision: the appeal was allowed. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.order-made": {
            /**
             * When was the decision sent to you?
             * Format: date
             */
            sent: string;
            /** What was ordered? */
            points: {
                /** What must the council do? */
                what: string;
                /**
                 * What kind of order is it?
                 * @enum {string}
                 */
                kind: "order.assess.final-plan" | "order.assess.notify" | "order.make-plan.draft" | "order.make-plan.final" | "order.reconsider" | "order.amend-contents" | "order.amend-placement" | "order.amend-contents-and-placement" | "order.continue-and-amend" | "named.date";
                /**
                 * Which date does the order name, if any?
                 * Format: date
                 */
                by?: string;
            }[];
            /**
             * What was recommended to health or social care?
             * @description Leave it out if you record it in the case about health and social care.
             */
            recommendations?: {
                /** What did the Tribunal recommend? */
                what: string;
                /**
                 * Who must answer it?
                 * @enum {string}
                 */
                to: "icb" | "social-care";
            }[];
        };
        /** @description Record the decision: the appeal was dismissed. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.dismissed": Record<string, never>;
        /** @description Ask for permission to appeal. Sent by: parent or young person */
        "event.tribunal.sen-appeal.permission-asked": {
            /** What is the error of law? */
            reason: string;
        };
        /** @description Ask for the decision to be cancelled (“set aside”). Sent by: parent or young person */
        "event.tribunal.sen-appeal.set-aside-asked": {
            /** What went wrong in the procedure? */
            reason: string;
        };
        /** @description Record that the decision was cancelled (“set aside”). Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.set-aside-granted": Record<string, never>;
        /** @description Record that the decision stands (not “set aside”). Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.set-aside-refused": Record<string, never>;
        /** @description Record that the council asked for permission to appeal. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.council-asked-permission": Record<string, never>;
        /** @description Accept the decision. Sent by: parent or young person */
        "event.tribunal.sen-appeal.decision-accepted": Record<string, never>;
        /** @description Withdraw the appeal. Sent by: parent or young person */
        "event.tribunal.sen-appeal.withdrawn": Record<string, never>;
        /** @description Record that the appeal was taken up again. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.reinstated": Record<string, never>;
        /** @description Record that the appeal was ended by the Tribunal (“struck out”). Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.struck-out": Record<string, never>;
        /** @description Ask the Tribunal to look again. Sent by: parent or young person */
        "event.tribunal.sen-appeal.look-again-asked": {
            /**
             * Why should the appeal go on?
             * @description If you are late, say why as well.
             */
            reason: string;
        };
        /** @description Record that the appeal does not go on. Sent by: parent or young person, council SEND casework */
        "event.tribunal.sen-appeal.look-again-refused": Record<string, never>;
        /** @description Close the case. Sent by: parent or young person */
        "event.tribunal.sen-appeal.closed": Record<string, never>;
        /** @description Facts of Keeping the promise */
        "facts.compliance": {
            /**
             * Where does it come from?
             * @enum {string}
             */
            source: "order" | "consent-order" | "agreement" | "concession" | "recommendation";
            /**
             * What is its date?
             * Format: date
             */
            made: string;
            /**
             * Who must do it?
             * @enum {string}
             */
            owedBy: "council" | "icb" | "social-care";
            /** What must be done? */
            points: {
                /** Number of the point */
                key: string;
                /** What must be done? */
                what: string;
                /**
                 * What kind of point is it?
                 * @enum {string}
                 */
                kind: "order.assess.notify" | "order.assess.final-plan" | "order.make-plan.draft" | "order.make-plan.final" | "order.reconsider" | "order.amend-contents" | "order.amend-placement" | "order.amend-contents-and-placement" | "order.continue-and-amend" | "mediation.agreement.no-appeal-right" | "mediation.agreement.notify-authority" | "mediation.agreement.order.assess.notify" | "mediation.agreement.order.assess.final-plan" | "mediation.agreement.order.make-plan.draft" | "mediation.agreement.order.make-plan.final" | "mediation.agreement.order.amend-contents" | "mediation.agreement.order.amend-placement" | "mediation.agreement.order.reconsider" | "unopposed.assess" | "unopposed.assess.final-plan" | "unopposed.make-plan.final" | "unopposed.amend-contents" | "unopposed.amend-placement" | "unopposed.make-plan" | "unopposed.continue-and-amend" | "recommendation.respond" | "named.date";
                /**
                 * By which date, if one was named?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Say that a point is done. Sent by: council SEND casework, ICB (responsible commissioner), council children's social care, parent or young person */
        "event.compliance.point-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Say that a point is not really done. Sent by: parent or young person */
        "event.compliance.point-disputed": {
            /** Which point? */
            point: string;
            /** What is missing? */
            reason: string;
        };
        /** @description Say why a point cannot be done in time. Sent by: council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.compliance.excused": {
            /** Which point? */
            point: string;
            /**
             * What is the reason?
             * @description Only the reasons in regulation 44(3) count: the family will see it.
             */
            reason: string;
        };
        /** @description Close this: it is no longer needed. Sent by: parent or young person */
        "event.compliance.given-up": Record<string, never>;
        /** @description Facts of Complaint to the council */
        "facts.council-complaint": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "delay" | "provision" | "no-education" | "review" | "communication" | "other";
            /**
             * When did you first know about the problem?
             * Format: date
             */
            aware: string;
            /**
             * When did you complain to the council?
             * Format: date
             * @description Use today if you are sending it now.
             */
            received: string;
            /** What happened? */
            complaint: string;
            /** What do you want the council to do? */
            wanted?: string;
        };
        /** @description Refuse to look at the complaint. Sent by: council complaints team */
        "event.council-complaint.refused": {
            /**
             * Why can it not be looked at?
             * @description Give the details of the Ombudsman as well.
             */
            reason: string;
        };
        /** @description Acknowledge the complaint. Sent by: council complaints team, parent or young person */
        "event.council-complaint.acknowledged": {
            /** How do you understand the complaint? */
            understanding?: string;
        };
        /** @description Take more time for stage 1. Sent by: council complaints team */
        "event.council-complaint.stage-1-extended": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * Have you told the family how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Answer at stage 1. Sent by: council complaints team, council SEND casework, parent or young person */
        "event.council-complaint.stage-1-answered": {
            /** What was found, point by point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /**
             * What are the reasons?
             * @description Say in plain words what you looked at, what should have happened, and what did happen.
             */
            reasons: string;
            /** What will the council do to put it right? */
            remedies?: {
                /** What will the council do? */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Ask for stage 2. Sent by: parent or young person */
        "event.council-complaint.stage-2-asked": {
            /**
             * What is still wrong?
             * @description You do not have to give a reason.
             */
            why?: string;
        };
        /** @description Acknowledge stage 2. Sent by: council complaints team, parent or young person */
        "event.council-complaint.stage-2-acknowledged": Record<string, never>;
        /** @description Take more time for stage 2. Sent by: council complaints team */
        "event.council-complaint.stage-2-extended": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * Have you told the family how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Answer at stage 2. Sent by: council complaints team, parent or young person */
        "event.council-complaint.stage-2-answered": {
            /** What was found, point by point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /**
             * What are the reasons?
             * @description Say in plain words what you looked at, what should have happened, and what did happen.
             */
            reasons: string;
            /** What will the council do to put it right? */
            remedies?: {
                /** What will the council do? */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a remedy is done. Sent by: council complaints team, council SEND casework, parent or young person */
        "event.council-complaint.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.council-complaint.ombudsman-asked": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.council-complaint.satisfied": Record<string, never>;
        /** @description Add a note to the history. Sent by: parent or young person, council complaints team, council SEND casework */
        "event.council-complaint.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Local Government and Social Care Ombudsman */
        "facts.ombudsman.lgsco": {
            /**
             * When did you first know about the problem?
             * Format: date
             */
            aware: string;
            /**
             * When did you complain to the council?
             * Format: date
             */
            complained: string;
            /**
             * Has the council given its final answer?
             * @default false
             */
            answered?: boolean;
            /**
             * When did you complain to the Ombudsman?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
        };
        /** @description Record your complaint to the Ombudsman. Sent by: parent or young person */
        "event.ombudsman.lgsco.asked": Record<string, never>;
        /** @description Record that it is too early. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.sent-back": Record<string, never>;
        /** @description Record that the Ombudsman will investigate. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.accepted": Record<string, never>;
        /** @description Record that the Ombudsman will not investigate. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.declined": {
            /**
             * Why?
             * @enum {string}
             */
            why: "appeal" | "late" | "no-injustice" | "other";
        };
        /** @description Record the draft decision. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.draft-sent": {
            /**
             * By when can you comment?
             * Format: date
             */
            commentsBy: string;
        };
        /** @description Say that you commented. Sent by: parent or young person */
        "event.ombudsman.lgsco.commented": Record<string, never>;
        /** @description Record the final decision. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.decided": {
            /** Did the Ombudsman find fault? */
            fault: boolean;
            /** Is it a public report? */
            report: boolean;
            /** What must the council do? */
            remedies?: {
                /** What must the council do? */
                what: string;
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a remedy is done. Sent by: parent or young person, council complaints team */
        "event.ombudsman.lgsco.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Record the answer of the council to the report. Sent by: council complaints team, parent or young person */
        "event.ombudsman.lgsco.report-answered": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.ombudsman.lgsco.given-up": Record<string, never>;
        /** @description Facts of Escalation to the ICB executive lead for SEND */
        "facts.executive.icb": {
            /** What should have been done? */
            duty: string;
            /** Who should have done it? */
            owedBy: string;
            /** On what legal basis? */
            basis: string;
            /**
             * By when?
             * Format: date
             */
            due: string;
            /**
             * When was it sent to the executive?
             * Format: date
             */
            escalated: string;
            /** Reference of the case */
            source?: string;
            /** What does it mean for the child? */
            effect?: string;
        };
        /** @description Say that you have received it. Sent by: ICB executive lead, ICB chief executive, designated clinical officer */
        "event.executive.icb.acknowledged": Record<string, never>;
        /** @description Decide: direct action. Sent by: ICB executive lead, ICB chief executive */
        "event.executive.icb.action-promised": {
            /**
             * Who will do it?
             * @description A role or team, not a name.
             */
            who: string;
            /** What will be done? */
            what: string;
            /**
             * By when?
             * Format: date
             */
            by: string;
        };
        /** @description Ask for information. Sent by: ICB executive lead, ICB chief executive */
        "event.executive.icb.information-asked": {
            /**
             * What do you need to know?
             * @description Asking does not stop the clock for your decision.
             */
            reason: string;
        };
        /** @description Decide: decline, with reasons. Sent by: ICB executive lead, ICB chief executive */
        "event.executive.icb.declined": {
            /**
             * What are your reasons?
             * @description The family will read them.
             */
            reason: string;
        };
        /** @description Decide: refer to the chief executive. Sent by: ICB executive lead */
        "event.executive.icb.referred": {
            /** Why? */
            reason: string;
        };
        /** @description Say that the action is done. Sent by: ICB executive lead, ICB chief executive, designated clinical officer, parent or young person */
        "event.executive.icb.action-done": Record<string, never>;
        /** @description Say that it has been put right. Sent by: parent or young person */
        "event.executive.icb.resolved": Record<string, never>;
        /** @description Facts of Escalation to the director of children's services */
        "facts.executive.council": {
            /** What should have been done? */
            duty: string;
            /** Who should have done it? */
            owedBy: string;
            /** On what legal basis? */
            basis: string;
            /**
             * By when?
             * Format: date
             */
            due: string;
            /**
             * When was it sent to the executive?
             * Format: date
             */
            escalated: string;
            /** Reference of the case */
            source?: string;
            /** What does it mean for the child? */
            effect?: string;
        };
        /** @description Say that you have received it. Sent by: director of children's services, council chief executive, council complaints team */
        "event.executive.council.acknowledged": Record<string, never>;
        /** @description Decide: direct action. Sent by: director of children's services, council chief executive */
        "event.executive.council.action-promised": {
            /**
             * Who will do it?
             * @description A role or team, not a name.
             */
            who: string;
            /** What will be done? */
            what: string;
            /**
             * By when?
             * Format: date
             */
            by: string;
        };
        /** @description Ask for information. Sent by: director of children's services, council chief executive */
        "event.executive.council.information-asked": {
            /**
             * What do you need to know?
             * @description Asking does not stop the clock for your decision.
             */
            reason: string;
        };
        /** @description Decide: decline, with reasons. Sent by: director of children's services, council chief executive */
        "event.executive.council.declined": {
            /**
             * What are your reasons?
             * @description The family will read them.
             */
            reason: string;
        };
        /** @description Decide: refer to the chief executive. Sent by: director of children's services */
        "event.executive.council.referred": {
            /** Why? */
            reason: string;
        };
        /** @description Say that the action is done. Sent by: director of children's services, council chief executive, council complaints team, parent or young person */
        "event.executive.council.action-done": Record<string, never>;
        /** @description Say that it has been put right. Sent by: parent or young person */
        "event.executive.council.resolved": Record<string, never>;
        /** @description Facts of Complaint to the school and its governors */
        "facts.school-complaint.maintained": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "support" | "treatment" | "bullying" | "records" | "other";
            /**
             * Who is it about?
             * @description It decides who at the school must answer.
             * @enum {string}
             */
            against: "staff" | "head" | "board";
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then another date runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * When did the school get your complaint in writing?
             * Format: date
             * @description Leave it out if you have only talked. If it came in the holidays, use the first school day after them.
             */
            complained?: string;
            /** What happened? */
            complaint: string;
            /** What should the school do? */
            wanted?: string;
        };
        /** @description Record a talk with the school. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.talked": {
            /** What was said? */
            note?: string;
        };
        /** @description Complain in writing. Sent by: parent or young person */
        "event.school-complaint.maintained.complained": Record<string, never>;
        /** @description Say that the complaint has come. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.acknowledged": {
            /** How does the school understand the complaint? */
            understanding?: string;
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Take more time to answer. Sent by: school governing board */
        "event.school-complaint.maintained.more-time": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By which day will you answer?
             * Format: date
             */
            by: string;
        };
        /** @description Refuse to look at the complaint. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.refused": {
            /**
             * Why?
             * @enum {string}
             */
            why: "other-procedure" | "late" | "not-a-parent" | "repeated" | "other";
            /** What are the reasons? */
            reasons: string;
        };
        /** @description Look at the complaint after all. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.taken-up": {
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Answer in writing. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.stage-1-answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Until which day can the family ask for the hearing?
             * Format: date
             * @description Leave it out if none is named.
             */
            askBy?: string;
        };
        /** @description Ask for a hearing by the governors' committee. Sent by: parent or young person */
        "event.school-complaint.maintained.hearing-asked": {
            /** What is still wrong? */
            why?: string;
        };
        /** @description Refuse the hearing. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.hearing-refused": {
            /**
             * Why is there no hearing?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Hold the hearing after all. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.hearing-granted": Record<string, never>;
        /** @description Set the day of the hearing. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.hearing-set": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * Who will hear it?
             * @enum {string}
             */
            panel: "proper" | "other";
        };
        /** @description Say that the hearing was held. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.hearing-held": Record<string, never>;
        /** @description Send the findings of the hearing. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.panel-decided": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a promise was kept. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Department for Education. Sent by: parent or young person */
        "event.school-complaint.maintained.went-outside": Record<string, never>;
        /** @description Record that it is over outside the school. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.outside-over": Record<string, never>;
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.school-complaint.maintained.claim-sent": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.school-complaint.maintained.satisfied": Record<string, never>;
        /** @description Take the complaint back. Sent by: parent or young person */
        "event.school-complaint.maintained.withdrawn": Record<string, never>;
        /** @description Add a note to the history. Sent by: school governing board, parent or young person */
        "event.school-complaint.maintained.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the academy trust */
        "facts.school-complaint.academy": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "support" | "treatment" | "bullying" | "records" | "other";
            /**
             * Who is it about?
             * @description It decides who at the school must answer.
             * @enum {string}
             */
            against: "staff" | "head" | "board";
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then another date runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * When did the school get your complaint in writing?
             * Format: date
             * @description Leave it out if you have only talked. If it came in the holidays, use the first school day after them.
             */
            complained?: string;
            /** What happened? */
            complaint: string;
            /** What should the school do? */
            wanted?: string;
        };
        /** @description Record a talk with the school. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.talked": {
            /** What was said? */
            note?: string;
        };
        /** @description Complain in writing. Sent by: parent or young person */
        "event.school-complaint.academy.complained": Record<string, never>;
        /** @description Say that the complaint has come. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.acknowledged": {
            /** How does the school understand the complaint? */
            understanding?: string;
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Take more time to answer. Sent by: academy trust */
        "event.school-complaint.academy.more-time": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By which day will you answer?
             * Format: date
             */
            by: string;
        };
        /** @description Refuse to look at the complaint. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.refused": {
            /**
             * Why?
             * @enum {string}
             */
            why: "other-procedure" | "late" | "not-a-parent" | "repeated" | "other";
            /** What are the reasons? */
            reasons: string;
        };
        /** @description Look at the complaint after all. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.taken-up": {
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Answer in writing. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.stage-1-answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Until which day can the family ask for the hearing?
             * Format: date
             * @description Leave it out if none is named.
             */
            askBy?: string;
        };
        /** @description Ask for a hearing by a panel. Sent by: parent or young person */
        "event.school-complaint.academy.hearing-asked": {
            /** What is still wrong? */
            why?: string;
        };
        /** @description Refuse the hearing. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.hearing-refused": {
            /**
             * Why is there no hearing?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Hold the hearing after all. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.hearing-granted": Record<string, never>;
        /** @description Set the day of the hearing. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.hearing-set": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * Who will hear it?
             * @enum {string}
             */
            panel: "proper" | "other";
        };
        /** @description Say that the hearing was held. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.hearing-held": Record<string, never>;
        /** @description Send the findings of the hearing. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.panel-decided": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a promise was kept. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Department for Education. Sent by: parent or young person */
        "event.school-complaint.academy.went-outside": Record<string, never>;
        /** @description Record that it is over outside the school. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.outside-over": Record<string, never>;
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.school-complaint.academy.claim-sent": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.school-complaint.academy.satisfied": Record<string, never>;
        /** @description Take the complaint back. Sent by: parent or young person */
        "event.school-complaint.academy.withdrawn": Record<string, never>;
        /** @description Add a note to the history. Sent by: academy trust, parent or young person */
        "event.school-complaint.academy.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the independent school */
        "facts.school-complaint.independent": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "support" | "treatment" | "bullying" | "records" | "other";
            /**
             * Who is it about?
             * @description It decides who at the school must answer.
             * @enum {string}
             */
            against: "staff" | "head" | "board";
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then another date runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * When did the school get your complaint in writing?
             * Format: date
             * @description Leave it out if you have only talked. If it came in the holidays, use the first school day after them.
             */
            complained?: string;
            /** What happened? */
            complaint: string;
            /** What should the school do? */
            wanted?: string;
        };
        /** @description Record a talk with the school. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.talked": {
            /** What was said? */
            note?: string;
        };
        /** @description Complain in writing. Sent by: parent or young person */
        "event.school-complaint.independent.complained": Record<string, never>;
        /** @description Say that the complaint has come. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.acknowledged": {
            /** How does the school understand the complaint? */
            understanding?: string;
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Take more time to answer. Sent by: independent school proprietor */
        "event.school-complaint.independent.more-time": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By which day will you answer?
             * Format: date
             */
            by: string;
        };
        /** @description Refuse to look at the complaint. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.refused": {
            /**
             * Why?
             * @enum {string}
             */
            why: "other-procedure" | "late" | "not-a-parent" | "repeated" | "other";
            /** What are the reasons? */
            reasons: string;
        };
        /** @description Look at the complaint after all. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.taken-up": {
            /**
             * By which day will the school answer?
             * Format: date
             * @description Leave it out if none is named.
             */
            answerBy?: string;
        };
        /** @description Answer in writing. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.stage-1-answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Until which day can the family ask for the hearing?
             * Format: date
             * @description Leave it out if none is named.
             */
            askBy?: string;
        };
        /** @description Ask for a hearing by a panel. Sent by: parent or young person */
        "event.school-complaint.independent.hearing-asked": {
            /** What is still wrong? */
            why?: string;
        };
        /** @description Refuse the hearing. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.hearing-refused": {
            /**
             * Why is there no hearing?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Hold the hearing after all. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.hearing-granted": Record<string, never>;
        /** @description Set the day of the hearing. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.hearing-set": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * Who will hear it?
             * @enum {string}
             */
            panel: "proper" | "other";
        };
        /** @description Say that the hearing was held. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.hearing-held": Record<string, never>;
        /** @description Send the findings of the hearing. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.panel-decided": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a promise was kept. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Tell the Department for Education that the school breaks the standards. Sent by: parent or young person */
        "event.school-complaint.independent.went-outside": Record<string, never>;
        /** @description Record that it is over outside the school. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.outside-over": Record<string, never>;
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.school-complaint.independent.claim-sent": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.school-complaint.independent.satisfied": Record<string, never>;
        /** @description Take the complaint back. Sent by: parent or young person */
        "event.school-complaint.independent.withdrawn": Record<string, never>;
        /** @description Add a note to the history. Sent by: independent school proprietor, parent or young person */
        "event.school-complaint.independent.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the nursery */
        "facts.early-years-complaint": {
            /**
             * Who looks after your child?
             * @enum {string}
             */
            setting: "nursery" | "childminder";
            /**
             * What is it about?
             * @enum {string}
             */
            about: "support" | "safety" | "treatment" | "place" | "other";
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then another date runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * When did they get your complaint in writing?
             * Format: date
             * @description A letter, an email or a form. Leave it out if you have only talked.
             */
            complained?: string;
            /** What happened? */
            complaint: string;
            /** What should they do? */
            wanted?: string;
        };
        /** @description Record a talk. Sent by: nursery provider, parent or young person */
        "event.early-years-complaint.talked": {
            /** What was said? */
            note?: string;
        };
        /** @description Complain in writing. Sent by: parent or young person */
        "event.early-years-complaint.complained": Record<string, never>;
        /** @description Tell the family the outcome. Sent by: nursery provider, parent or young person */
        "event.early-years-complaint.answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Refuse to look at the complaint. Sent by: nursery provider, parent or young person */
        "event.early-years-complaint.refused": {
            /**
             * Why?
             * @enum {string}
             */
            why: "contract" | "other-body" | "other";
            /** What are the reasons? */
            reasons: string;
        };
        /** @description Say that you told Ofsted. Sent by: parent or young person */
        "event.early-years-complaint.ofsted-told": Record<string, never>;
        /** @description Say that a promise was kept. Sent by: nursery provider, parent or young person */
        "event.early-years-complaint.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.early-years-complaint.claim-sent": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.early-years-complaint.satisfied": Record<string, never>;
        /** @description Take the complaint back, or stop here. Sent by: parent or young person */
        "event.early-years-complaint.stopped": Record<string, never>;
        /** @description Add a note to the history. Sent by: nursery provider, parent or young person */
        "event.early-years-complaint.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the college */
        "facts.college-complaint": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "support" | "adjustments" | "treatment" | "course" | "other";
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then the time for a court claim runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * When did the college get your complaint in writing?
             * Format: date
             * @description Leave it out if you have only talked.
             */
            complained?: string;
            /** What happened? */
            complaint: string;
            /** What should the college do? */
            wanted?: string;
        };
        /** @description Record a talk with the college. Sent by: college, parent or young person */
        "event.college-complaint.talked": {
            /** What was said? */
            note?: string;
        };
        /** @description Complain in writing. Sent by: parent or young person */
        "event.college-complaint.complained": Record<string, never>;
        /** @description Say when the answer comes. Sent by: college, parent or young person */
        "event.college-complaint.day-named": {
            /**
             * By which day will the college answer?
             * Format: date
             */
            by: string;
            /**
             * If that is later than its procedure says: why?
             * @description The family will read it.
             */
            reason?: string;
        };
        /** @description Answer the complaint. Sent by: college, parent or young person */
        "event.college-complaint.answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Until which day can you appeal inside the college?
             * Format: date
             * @description Leave it out if none is named.
             */
            appealBy?: string;
        };
        /** @description Refuse to look at it. Sent by: college, parent or young person */
        "event.college-complaint.refused": {
            /** What are the reasons? */
            reasons: string;
        };
        /** @description Appeal inside the college. Sent by: parent or young person */
        "event.college-complaint.appealed": {
            /** What is still wrong? */
            why?: string;
        };
        /** @description Give the final answer. Sent by: college, parent or young person */
        "event.college-complaint.appeal-answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons: string;
            /** Is there a finding for each point? */
            points?: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Go to the Department for Education. Sent by: parent or young person */
        "event.college-complaint.went-outside": Record<string, never>;
        /** @description Record that it is over at the Department. Sent by: college, parent or young person */
        "event.college-complaint.outside-over": Record<string, never>;
        /** @description Say that a promise was kept. Sent by: college, parent or young person */
        "event.college-complaint.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.college-complaint.claim-sent": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.college-complaint.satisfied": Record<string, never>;
        /** @description Take the complaint back. Sent by: parent or young person */
        "event.college-complaint.withdrawn": Record<string, never>;
        /** @description Add a note to the history. Sent by: college, parent or young person */
        "event.college-complaint.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the Department for Education */
        "facts.dfe-school-complaint": {
            /**
             * What is it about?
             * @enum {string}
             */
            kind: "maintained" | "academy" | "college";
            /**
             * When did it happen?
             * Format: date
             * @description If it went on, use the last day of it.
             */
            happened: string;
            /**
             * Why do you go to the Department now?
             * @enum {string}
             */
            why: "finished" | "not-followed" | "silent" | "refused" | "no-hearing" | "no-procedure";
            /**
             * When did you send it to the Department?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
        };
        /** @description Say that you sent it to the Department. Sent by: parent or young person */
        "event.dfe-school-complaint.asked": Record<string, never>;
        /** @description Record that it is too early. Sent by: parent or young person, school governing board, academy trust, college */
        "event.dfe-school-complaint.sent-back": Record<string, never>;
        /** @description Record that the Department looks at it. Sent by: parent or young person, school governing board, academy trust, college */
        "event.dfe-school-complaint.accepted": Record<string, never>;
        /** @description Record that the Department will not look at it. Sent by: parent or young person, school governing board, academy trust, college */
        "event.dfe-school-complaint.declined": {
            /**
             * Why?
             * @enum {string}
             */
            why: "outside" | "late" | "other-way" | "other";
        };
        /** @description Record that the Department wants to know more. Sent by: parent or young person */
        "event.dfe-school-complaint.more-asked": {
            /**
             * By which day?
             * Format: date
             */
            by: string;
        };
        /** @description Say that you sent it. Sent by: parent or young person */
        "event.dfe-school-complaint.more-sent": Record<string, never>;
        /** @description Record the decision. Sent by: parent or young person, school governing board, academy trust, college */
        "event.dfe-school-complaint.decided": {
            /** Did the Department find that something was wrong? */
            wrong: boolean;
            /**
             * Is it a direction (an order by law)?
             * @description The letter says so. Only then must a school obey by law.
             * @default false
             */
            direction?: boolean;
            /** What does it say? */
            reasons?: string;
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a point was done. Sent by: parent or young person, school governing board, academy trust, college */
        "event.dfe-school-complaint.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Do not go on. Sent by: parent or young person */
        "event.dfe-school-complaint.given-up": Record<string, never>;
        /** @description Facts of Complaint about children's social care */
        "facts.social-care-representations": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "short-breaks" | "assessment" | "care-leaver" | "decision" | "treatment" | "other";
            /**
             * When did it happen?
             * Format: date
             * @description If it goes on, use the last day it happened.
             */
            happened: string;
            /**
             * When did you first know about it?
             * Format: date
             * @description Leave it out if you knew on the day it happened.
             */
            aware?: string;
            /**
             * When did you complain to the council?
             * Format: date
             * @description You can write or just tell them. Leave it out if you have not done it yet.
             */
            received?: string;
            /** What happened? */
            complaint: string;
            /** What do you want the council to do? */
            wanted?: string;
        };
        /** @description Record your complaint. Sent by: parent or young person, council children's social care, council complaints team */
        "event.social-care-representations.complained": Record<string, never>;
        /** @description Refuse to look at the complaint. Sent by: council complaints team */
        "event.social-care-representations.refused": {
            /**
             * Why can it not be looked at?
             * @enum {string}
             */
            why: "late" | "procedure" | "person" | "other";
            /**
             * What are the reasons?
             * @description The family will read them.
             */
            reason: string;
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Put the complaint on hold. Sent by: council complaints team */
        "event.social-care-representations.put-on-hold": {
            /**
             * What would looking at it now harm?
             * @enum {string}
             */
            because: "court" | "tribunal" | "disciplinary" | "criminal";
            /**
             * What are the reasons?
             * @description The family will read them.
             */
            reason: string;
        };
        /** @description Take the complaint up again. Sent by: council complaints team, parent or young person */
        "event.social-care-representations.taken-up-again": Record<string, never>;
        /** @description Ask for an advocate. Sent by: parent or young person */
        "event.social-care-representations.advocate-asked": Record<string, never>;
        /** @description Say that an advocate was found. Sent by: council children's social care, council complaints team, parent or young person */
        "event.social-care-representations.advocate-arranged": Record<string, never>;
        /** @description Take more time for stage 1. Sent by: council children's social care, council complaints team */
        "event.social-care-representations.stage-1-extended": {
            /**
             * Why do you need more time?
             * @enum {string}
             */
            because: "complex" | "advocate";
            /**
             * What are the reasons?
             * @description The family will read them.
             */
            reason: string;
        };
        /** @description Answer at stage 1. Sent by: council children's social care, council complaints team, parent or young person */
        "event.social-care-representations.stage-1-answered": {
            /** What was found, point by point? */
            findings: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What are the reasons? */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Ask for stage 2, an investigation. Sent by: parent or young person */
        "event.social-care-representations.stage-2-asked": {
            /**
             * What is still wrong?
             * @description You can ask by talking or in writing.
             */
            why?: string;
        };
        /** @description Record that the complaint is written down and agreed. Sent by: council complaints team, parent or young person */
        "event.social-care-representations.statement-agreed": {
            /** What are the points? */
            points: {
                /** Point */
                point: string;
            }[];
        };
        /** @description Name the investigator and the independent person. Sent by: council complaints team */
        "event.social-care-representations.people-appointed": {
            /** Who investigates? */
            investigator: string;
            /** Who is the independent person? */
            independentPerson: string;
            /**
             * Is the independent person free of any tie to the council?
             * @description Not a member or officer of the council, nor married to or a civil partner of one.
             * @enum {string}
             */
            independent: "yes";
        };
        /** @description Take more time for stage 2. Sent by: council complaints team */
        "event.social-care-representations.stage-2-extended": {
            /**
             * Why do you need more time?
             * @description The family gets it in writing.
             */
            reason: string;
            /**
             * When will you answer?
             * Format: date
             */
            by: string;
        };
        /** @description Send the answer of stage 2. Sent by: council complaints team, parent or young person */
        "event.social-care-representations.stage-2-answered": {
            /** What was found, point by point? */
            findings: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What are the reasons? */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Were both reports with it?
             * @description The report of the investigator and the report of the independent person.
             */
            reports: boolean;
            /** Does the letter say how to ask for a panel, and by when? */
            panelTold: boolean;
        };
        /** @description Agree that the family can go to the Ombudsman without a panel. Sent by: council complaints team */
        "event.social-care-representations.early-referral-offered": {
            /**
             * Why is a panel not needed?
             * @description Say what was upheld and what is agreed.
             */
            reason: string;
        };
        /** @description Ask for stage 3, a panel. Sent by: parent or young person */
        "event.social-care-representations.panel-asked": {
            /** What is still wrong? */
            why: string;
        };
        /** @description Name the panel and its day. Sent by: council complaints team */
        "event.social-care-representations.panel-named": {
            /** Who chairs the panel? */
            chair: string;
            /** Who is the second member? */
            second: string;
            /** Who is the third member? */
            third: string;
            /**
             * Are all three free of any tie to the council?
             * @description The independent person of stage 2 cannot be one of them.
             * @enum {string}
             */
            independent: "yes";
            /**
             * What day does it meet?
             * Format: date
             */
            meeting: string;
        };
        /** @description Record that the panel met. Sent by: council complaints team, parent or young person */
        "event.social-care-representations.panel-held": Record<string, never>;
        /** @description Record the report of the panel. Sent by: council complaints team, parent or young person */
        "event.social-care-representations.panel-reported": {
            /** What does the panel recommend? */
            recommendations: string;
        };
        /** @description Send the final answer. Sent by: director of children's services, council complaints team, parent or young person */
        "event.social-care-representations.final-answer": {
            /**
             * Will the council do what the panel recommends?
             * @enum {string}
             */
            follows: "all" | "part" | "none";
            /**
             * What are the reasons?
             * @description Needed most where the panel is not followed.
             */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Say that a promise was kept. Sent by: council children's social care, council complaints team, parent or young person */
        "event.social-care-representations.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.social-care-representations.ombudsman-asked": Record<string, never>;
        /** @description Close the complaint. Sent by: parent or young person */
        "event.social-care-representations.withdrawn": Record<string, never>;
        /** @description Add a note to the history. Sent by: parent or young person, council children's social care, council complaints team */
        "event.social-care-representations.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint about adult social care */
        "facts.adult-social-care-complaint": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "section-h" | "assessment" | "money" | "provider" | "manner" | "other";
            /**
             * Whose act is it about?
             * @default own
             * @enum {string}
             */
            whose?: "own" | "other";
            /**
             * When did it happen?
             * Format: date
             * @description If it goes on, use the last day it happened.
             */
            happened: string;
            /**
             * When did you first know about it?
             * Format: date
             * @description Leave it out if you knew on the day it happened.
             */
            aware?: string;
            /**
             * When did you complain?
             * Format: date
             * @description Leave it out if you have not done it yet.
             */
            received?: string;
            /**
             * How did you complain?
             * @default written
             * @enum {string}
             */
            how?: "written" | "spoken";
            /** What happened? */
            complaint: string;
            /** What do you want to happen? */
            wanted?: string;
        };
        /** @description Record your complaint. Sent by: parent or young person, council adult social care, council complaints team */
        "event.adult-social-care-complaint.complained": {
            /**
             * How?
             * @enum {string}
             */
            how: "written" | "spoken";
        };
        /** @description Say that it was put right at once. Sent by: parent or young person */
        "event.adult-social-care-complaint.put-right-at-once": Record<string, never>;
        /** @description Ask for a formal answer. Sent by: parent or young person */
        "event.adult-social-care-complaint.formal-wanted": Record<string, never>;
        /** @description Refuse to look at the complaint. Sent by: council adult social care */
        "event.adult-social-care-complaint.refused": {
            /**
             * Why can it not be looked at?
             * @enum {string}
             */
            why: "late" | "already" | "person" | "not-ours" | "other";
            /**
             * What are the reasons?
             * @description The family gets them in writing.
             */
            reason: string;
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Acknowledge the complaint and offer a talk. Sent by: council adult social care, council complaints team, parent or young person */
        "event.adult-social-care-complaint.acknowledged": {
            /**
             * Was a talk offered?
             * @description About how the complaint will be handled and when the answer will come.
             */
            talkOffered: boolean;
        };
        /** @description Ask whether details may go to another body. Sent by: council adult social care, council complaints team */
        "event.adult-social-care-complaint.consent-asked": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Agree that details go to another body. Sent by: parent or young person */
        "event.adult-social-care-complaint.consent-given": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Do not agree that details go to another body. Sent by: parent or young person */
        "event.adult-social-care-complaint.consent-refused": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Take back your agreement. Sent by: parent or young person */
        "event.adult-social-care-complaint.consent-withdrawn": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Send details to another body. Sent by: council adult social care, council complaints team */
        "event.adult-social-care-complaint.details-sent": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Say that you deal with it yourself. Sent by: council adult social care */
        "event.adult-social-care-complaint.kept": Record<string, never>;
        /** @description Pass the complaint on. Sent by: council adult social care */
        "event.adult-social-care-complaint.passed-on": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "care-provider" | "send" | "social-care";
        };
        /** @description Record one answer with another body (a duty in law). Sent by: council adult social care, council complaints team, parent or young person */
        "event.adult-social-care-complaint.working-together-by-law": {
            /**
             * Which other body?
             * @enum {string}
             */
            other: "icb" | "provider";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record one answer with another body (by agreement). Sent by: council adult social care, council complaints team */
        "event.adult-social-care-complaint.working-together-by-agreement": {
            /**
             * Which other body?
             * @description These bodies have another procedure with its own dates. Those dates go on running.
             * @enum {string}
             */
            other: "care-provider" | "send" | "social-care";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record the day you agreed for the answer. Sent by: council adult social care, council complaints team, parent or young person */
        "event.adult-social-care-complaint.period-agreed": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Set the day for the answer: there was no talk. Sent by: council adult social care */
        "event.adult-social-care-complaint.period-set": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Tell the family how it goes. Sent by: council adult social care, council complaints team */
        "event.adult-social-care-complaint.progress-told": {
            /** How does it go? */
            news: string;
        };
        /** @description Ask the family for more time. Sent by: council adult social care */
        "event.adult-social-care-complaint.more-time-asked": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Agree to more time. Sent by: parent or young person */
        "event.adult-social-care-complaint.more-time-agreed": {
            /**
             * Which new day do you agree to?
             * Format: date
             */
            by: string;
        };
        /** @description Explain in writing why there is no answer. Sent by: council adult social care, parent or young person */
        "event.adult-social-care-complaint.delay-explained": {
            /**
             * What is the reason?
             * @description The family gets it in writing.
             */
            reason: string;
        };
        /** @description Send the answer. Sent by: council adult social care, council complaints team, parent or young person */
        "event.adult-social-care-complaint.answered": {
            /** What was found, point by point? */
            findings: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What are the reasons? */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
            /** Is it signed by the chief executive, or by someone for them? */
            signed: boolean;
        };
        /** @description Say that a promise was kept. Sent by: council adult social care, council complaints team, parent or young person */
        "event.adult-social-care-complaint.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.adult-social-care-complaint.ombudsman-asked": Record<string, never>;
        /** @description Close the complaint. Sent by: parent or young person */
        "event.adult-social-care-complaint.closed": Record<string, never>;
        /** @description Add a note to the history. Sent by: parent or young person, council adult social care, council complaints team */
        "event.adult-social-care-complaint.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the NHS provider */
        "facts.nhs-complaint.provider": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "treatment" | "waiting" | "discharge" | "advice" | "manner" | "other";
            /**
             * Whose care is it about?
             * @default own
             * @enum {string}
             */
            whose?: "own" | "other";
            /**
             * When did it happen?
             * Format: date
             * @description If it goes on, use the last day it happened.
             */
            happened: string;
            /**
             * When did you first know about it?
             * Format: date
             * @description Leave it out if you knew on the day it happened.
             */
            aware?: string;
            /**
             * When did you complain?
             * Format: date
             * @description Leave it out if you have not done it yet.
             */
            received?: string;
            /**
             * How did you complain?
             * @default written
             * @enum {string}
             */
            how?: "written" | "spoken";
            /** What happened? */
            complaint: string;
            /** What do you want to happen? */
            wanted?: string;
        };
        /** @description Record your complaint. Sent by: parent or young person, NHS provider */
        "event.nhs-complaint.provider.complained": {
            /**
             * How?
             * @enum {string}
             */
            how: "written" | "spoken";
        };
        /** @description Say that it was put right at once. Sent by: parent or young person */
        "event.nhs-complaint.provider.put-right-at-once": Record<string, never>;
        /** @description Ask for a formal answer. Sent by: parent or young person */
        "event.nhs-complaint.provider.formal-wanted": Record<string, never>;
        /** @description Refuse to look at the complaint. Sent by: NHS provider */
        "event.nhs-complaint.provider.refused": {
            /**
             * Why can it not be looked at?
             * @enum {string}
             */
            why: "late" | "already" | "person" | "not-ours" | "other";
            /**
             * What are the reasons?
             * @description The family gets them in writing.
             */
            reason: string;
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Acknowledge the complaint and offer a talk. Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.acknowledged": {
            /**
             * Was a talk offered?
             * @description About how the complaint will be handled and when the answer will come.
             */
            talkOffered: boolean;
        };
        /** @description Ask whether details may go to another body. Sent by: NHS provider */
        "event.nhs-complaint.provider.consent-asked": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Agree that details go to another body. Sent by: parent or young person */
        "event.nhs-complaint.provider.consent-given": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Do not agree that details go to another body. Sent by: parent or young person */
        "event.nhs-complaint.provider.consent-refused": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Take back your agreement. Sent by: parent or young person */
        "event.nhs-complaint.provider.consent-withdrawn": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Send details to another body. Sent by: NHS provider */
        "event.nhs-complaint.provider.details-sent": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Say that you deal with it yourself. Sent by: NHS provider */
        "event.nhs-complaint.provider.kept": Record<string, never>;
        /** @description Pass the complaint on. Sent by: NHS provider */
        "event.nhs-complaint.provider.passed-on": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "icb" | "provider" | "adult-social-care" | "social-care" | "send" | "school";
        };
        /** @description Record one answer with another body (a duty in law). Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.working-together-by-law": {
            /**
             * Which other body?
             * @enum {string}
             */
            other: "icb" | "provider" | "adult-social-care";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record one answer with another body (by agreement). Sent by: NHS provider */
        "event.nhs-complaint.provider.working-together-by-agreement": {
            /**
             * Which other body?
             * @description These bodies have another procedure with its own dates. Those dates go on running.
             * @enum {string}
             */
            other: "social-care" | "send" | "school";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record the day you agreed for the answer. Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.period-agreed": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Set the day for the answer: there was no talk. Sent by: NHS provider */
        "event.nhs-complaint.provider.period-set": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Tell the family how it goes. Sent by: NHS provider */
        "event.nhs-complaint.provider.progress-told": {
            /** How does it go? */
            news: string;
        };
        /** @description Ask the family for more time. Sent by: NHS provider */
        "event.nhs-complaint.provider.more-time-asked": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Agree to more time. Sent by: parent or young person */
        "event.nhs-complaint.provider.more-time-agreed": {
            /**
             * Which new day do you agree to?
             * Format: date
             */
            by: string;
        };
        /** @description Explain in writing why there is no answer. Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.delay-explained": {
            /**
             * What is the reason?
             * @description The family gets it in writing.
             */
            reason: string;
        };
        /** @description Send the answer. Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.answered": {
            /** What was found, point by point? */
            findings: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What are the reasons? */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
            /** Is it signed by the chief executive, or by someone for them? */
            signed: boolean;
        };
        /** @description Say that a promise was kept. Sent by: NHS provider, parent or young person */
        "event.nhs-complaint.provider.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.nhs-complaint.provider.ombudsman-asked": Record<string, never>;
        /** @description Close the complaint. Sent by: parent or young person */
        "event.nhs-complaint.provider.closed": Record<string, never>;
        /** @description Add a note to the history. Sent by: parent or young person, NHS provider */
        "event.nhs-complaint.provider.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Complaint to the Integrated Care Board (ICB) */
        "facts.nhs-complaint.icb": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "section-g" | "advice" | "recommendation" | "waiting" | "provider" | "other";
            /**
             * Whose act is it about?
             * @default own
             * @enum {string}
             */
            whose?: "own" | "other";
            /**
             * When did it happen?
             * Format: date
             * @description If it goes on, use the last day it happened.
             */
            happened: string;
            /**
             * When did you first know about it?
             * Format: date
             * @description Leave it out if you knew on the day it happened.
             */
            aware?: string;
            /**
             * When did you complain?
             * Format: date
             * @description Leave it out if you have not done it yet.
             */
            received?: string;
            /**
             * How did you complain?
             * @default written
             * @enum {string}
             */
            how?: "written" | "spoken";
            /** What happened? */
            complaint: string;
            /** What do you want to happen? */
            wanted?: string;
        };
        /** @description Record your complaint. Sent by: parent or young person, ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.complained": {
            /**
             * How?
             * @enum {string}
             */
            how: "written" | "spoken";
        };
        /** @description Say that it was put right at once. Sent by: parent or young person */
        "event.nhs-complaint.icb.put-right-at-once": Record<string, never>;
        /** @description Ask for a formal answer. Sent by: parent or young person */
        "event.nhs-complaint.icb.formal-wanted": Record<string, never>;
        /** @description Refuse to look at the complaint. Sent by: ICB complaints team */
        "event.nhs-complaint.icb.refused": {
            /**
             * Why can it not be looked at?
             * @enum {string}
             */
            why: "late" | "already" | "person" | "not-ours" | "other";
            /**
             * What are the reasons?
             * @description The family gets them in writing.
             */
            reason: string;
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
        };
        /** @description Acknowledge the complaint and offer a talk. Sent by: ICB complaints team, ICB (responsible commissioner), parent or young person */
        "event.nhs-complaint.icb.acknowledged": {
            /**
             * Was a talk offered?
             * @description About how the complaint will be handled and when the answer will come.
             */
            talkOffered: boolean;
        };
        /** @description Ask whether details may go to another body. Sent by: ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.consent-asked": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Agree that details go to another body. Sent by: parent or young person */
        "event.nhs-complaint.icb.consent-given": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Do not agree that details go to another body. Sent by: parent or young person */
        "event.nhs-complaint.icb.consent-refused": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Take back your agreement. Sent by: parent or young person */
        "event.nhs-complaint.icb.consent-withdrawn": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Send details to another body. Sent by: ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.details-sent": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Say that you deal with it yourself. Sent by: ICB complaints team */
        "event.nhs-complaint.icb.kept": Record<string, never>;
        /** @description Pass the complaint on. Sent by: ICB complaints team */
        "event.nhs-complaint.icb.passed-on": {
            /**
             * To which body?
             * @enum {string}
             */
            to: "provider" | "adult-social-care" | "send" | "social-care" | "school";
        };
        /** @description Record one answer with another body (a duty in law). Sent by: ICB complaints team, ICB (responsible commissioner), parent or young person */
        "event.nhs-complaint.icb.working-together-by-law": {
            /**
             * Which other body?
             * @enum {string}
             */
            other: "provider" | "adult-social-care";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record one answer with another body (by agreement). Sent by: ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.working-together-by-agreement": {
            /**
             * Which other body?
             * @description These bodies have another procedure with its own dates. Those dates go on running.
             * @enum {string}
             */
            other: "send" | "social-care" | "school";
            /**
             * Who leads?
             * @enum {string}
             */
            lead: "us" | "them";
        };
        /** @description Record the day you agreed for the answer. Sent by: ICB complaints team, ICB (responsible commissioner), parent or young person */
        "event.nhs-complaint.icb.period-agreed": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Set the day for the answer: there was no talk. Sent by: ICB complaints team */
        "event.nhs-complaint.icb.period-set": {
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Tell the family how it goes. Sent by: ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.progress-told": {
            /** How does it go? */
            news: string;
        };
        /** @description Ask the family for more time. Sent by: ICB complaints team */
        "event.nhs-complaint.icb.more-time-asked": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By when will the answer come?
             * Format: date
             */
            by: string;
        };
        /** @description Agree to more time. Sent by: parent or young person */
        "event.nhs-complaint.icb.more-time-agreed": {
            /**
             * Which new day do you agree to?
             * Format: date
             */
            by: string;
        };
        /** @description Explain in writing why there is no answer. Sent by: ICB complaints team, parent or young person */
        "event.nhs-complaint.icb.delay-explained": {
            /**
             * What is the reason?
             * @description The family gets it in writing.
             */
            reason: string;
        };
        /** @description Send the answer. Sent by: ICB complaints team, ICB (responsible commissioner), parent or young person */
        "event.nhs-complaint.icb.answered": {
            /** What was found, point by point? */
            findings: {
                /** What was the point? */
                point: string;
                /**
                 * What is the finding?
                 * @enum {string}
                 */
                finding: "upheld" | "partly-upheld" | "not-upheld";
                /**
                 * Why?
                 * @description Say what you looked at, what should have happened, and what did happen.
                 */
                reasons?: string;
                /** What will be done about this point? */
                remedy?: string;
                /**
                 * By when will it be done?
                 * Format: date
                 */
                by?: string;
            }[];
            /** What are the reasons? */
            reasons: string;
            /** What will be done to put it right? */
            remedies?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
            /**
             * Does the letter say how to reach the Ombudsman?
             * @enum {string}
             */
            ombudsman: "yes";
            /** Is it signed by the chief executive, or by someone for them? */
            signed: boolean;
        };
        /** @description Say that a promise was kept. Sent by: ICB complaints team, ICB (responsible commissioner), parent or young person */
        "event.nhs-complaint.icb.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.nhs-complaint.icb.ombudsman-asked": Record<string, never>;
        /** @description Close the complaint. Sent by: parent or young person */
        "event.nhs-complaint.icb.closed": Record<string, never>;
        /** @description Add a note to the history. Sent by: parent or young person, ICB complaints team, ICB (responsible commissioner) */
        "event.nhs-complaint.icb.note-added": {
            /** What is it about? */
            subject: string;
            /** Your note */
            note: string;
        };
        /** @description Facts of Parliamentary and Health Service Ombudsman */
        "facts.ombudsman.phso": {
            /**
             * Who is it about?
             * @default provider
             * @enum {string}
             */
            about?: "provider" | "icb";
            /**
             * When did you first know about the problem?
             * Format: date
             */
            aware: string;
            /**
             * When did you complain to the NHS?
             * Format: date
             */
            complained: string;
            /**
             * Has the NHS given its final answer?
             * @default false
             */
            answered?: boolean;
            /**
             * When did you complain to the Ombudsman?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
        };
        /** @description Record your complaint to the Ombudsman. Sent by: parent or young person */
        "event.ombudsman.phso.asked": Record<string, never>;
        /** @description Record that it is too early. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.sent-back": Record<string, never>;
        /** @description Record that the Ombudsman will investigate. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.accepted": Record<string, never>;
        /** @description Record that the Ombudsman will not investigate. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.declined": {
            /**
             * Why?
             * @enum {string}
             */
            why: "court" | "late" | "no-injustice" | "other";
        };
        /** @description Record that the Ombudsman explained the delay. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.delay-explained": Record<string, never>;
        /** @description Record the draft decision. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.draft-sent": {
            /**
             * By when can you comment?
             * Format: date
             */
            commentsBy: string;
        };
        /** @description Say that you commented. Sent by: parent or young person */
        "event.ombudsman.phso.commented": Record<string, never>;
        /** @description Record the final decision. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.decided": {
            /**
             * What did the Ombudsman find?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What does the Ombudsman recommend? */
            remedies?: {
                /** What must the NHS do? */
                what: string;
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a remedy is done. Sent by: parent or young person, NHS provider, ICB complaints team */
        "event.ombudsman.phso.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Do not go on. Sent by: parent or young person */
        "event.ombudsman.phso.given-up": Record<string, never>;
        /** @description Facts of Both Ombudsmen together */
        "facts.ombudsman.joint": {
            /**
             * Which part of the NHS is it about?
             * @default icb
             * @enum {string}
             */
            health?: "icb" | "provider";
            /**
             * Is there a right of appeal to the SEND Tribunal about it?
             * @description For example about what the plan says, or a refusal to assess.
             * @default no
             * @enum {string}
             */
            appeal?: "no" | "not-used" | "used";
            /**
             * When did you first know about the problem?
             * Format: date
             */
            aware: string;
            /**
             * When did you complain to the council and the NHS?
             * Format: date
             */
            complained: string;
            /**
             * Has the council and the NHS given its final answer?
             * @default false
             */
            answered?: boolean;
            /**
             * When did you complain to the Ombudsman?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
        };
        /** @description Record your complaint to the Ombudsman. Sent by: parent or young person */
        "event.ombudsman.joint.asked": Record<string, never>;
        /** @description Record that it is too early. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.sent-back": Record<string, never>;
        /** @description Record what the Ombudsmen will investigate. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.accepted": {
            /**
             * What will they look at?
             * @enum {string}
             */
            scope: "both" | "council" | "health";
            /**
             * Was a part left out? Why?
             * @enum {string}
             */
            leftOut?: "appeal" | "late" | "early" | "other";
        };
        /** @description Record that the Ombudsmen will not investigate. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.declined": {
            /**
             * Why?
             * @enum {string}
             */
            why: "appeal" | "late" | "no-injustice" | "other";
        };
        /** @description Record that the Health Service Ombudsman explained the delay. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.delay-explained": Record<string, never>;
        /** @description Record the draft decision. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.draft-sent": {
            /**
             * By when can you comment?
             * Format: date
             */
            commentsBy: string;
        };
        /** @description Say that you commented. Sent by: parent or young person */
        "event.ombudsman.joint.commented": Record<string, never>;
        /** @description Record the final decision. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.decided": {
            /**
             * What did they find about the council?
             * @enum {string}
             */
            council: "upheld" | "not-upheld" | "not-looked-at";
            /**
             * What did they find about the NHS?
             * @enum {string}
             */
            health: "upheld" | "not-upheld" | "not-looked-at";
            /** Is it a public report about the council? */
            report: boolean;
            /** What must be done? */
            remedies?: {
                /**
                 * Who must do it?
                 * @enum {string}
                 */
                who: "council" | "health";
                /** What must be done? */
                what: string;
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a remedy is done. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman.joint.remedy-done": {
            /** Which point? */
            point: string;
        };
        /** @description Record the answer of the council to the report. Sent by: council complaints team, parent or young person */
        "event.ombudsman.joint.report-answered": Record<string, never>;
        /** @description Record a further public report. Sent by: parent or young person, council complaints team */
        "event.ombudsman.joint.further-report": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.ombudsman.joint.given-up": Record<string, never>;
        /** @description Facts of Ask the Ombudsman to review its decision */
        "facts.ombudsman-review": {
            /**
             * Whose decision is it?
             * @enum {string}
             */
            which: "lgsco" | "phso" | "joint";
            /**
             * What is the date of the decision?
             * Format: date
             */
            decided: string;
            /**
             * Does the letter give a last day to ask for a review?
             * Format: date
             * @description Leave it out if it does not.
             */
            lastDay?: string;
            /**
             * When did you ask for a review?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
            /**
             * When did you first know about the problem?
             * Format: date
             * @description We need this only to go on if the Ombudsman looks again.
             */
            aware?: string;
            /**
             * When did you first complain to the body?
             * Format: date
             * @description We need this only to go on if the Ombudsman looks again.
             */
            complained?: string;
        };
        /** @description Record that you asked for a review. Sent by: parent or young person */
        "event.ombudsman-review.asked": {
            /**
             * What is your main reason?
             * @enum {string}
             */
            because: "facts" | "evidence" | "overlooked";
            /** What should the Ombudsman look at again? */
            why: string;
        };
        /** @description Say that you do not want a review. Sent by: parent or young person */
        "event.ombudsman-review.not-wanted": Record<string, never>;
        /** @description Record the answer. Sent by: parent or young person, council complaints team, NHS provider, ICB complaints team */
        "event.ombudsman-review.answered": {
            /**
             * What is the answer?
             * @enum {string}
             */
            answer: "again" | "stands" | "refused";
        };
        /** @description Say that you asked the court. Sent by: parent or young person */
        "event.ombudsman-review.court-asked": Record<string, never>;
        /** @description Facts of Suspension or exclusion from school */
        "facts.exclusion-review": {
            /**
             * What happened?
             * @enum {string}
             */
            kind: "permanent" | "long" | "exam" | "middle" | "short";
            /**
             * What kind of school is it?
             * @enum {string}
             */
            school: "maintained" | "pru" | "academy";
            /**
             * When was your child excluded?
             * Format: date
             */
            excluded: string;
            /**
             * When was the governing board told?
             * Format: date
             * @description Usually on the same day. Use the day of the exclusion if you do not know.
             */
            notified: string;
            /**
             * Could it have to do with a disability?
             * @description For example autism, ADHD or anxiety. No diagnosis is needed.
             * @default false
             */
            disability?: boolean;
        };
        /** @description Send your case to the governing board. Sent by: parent or young person */
        "event.exclusion-review.case-sent": {
            /** What should the board know? */
            case?: string;
        };
        /** @description Record the decision of the governing board. Sent by: school governing board, academy trust, parent or young person */
        "event.exclusion-review.board-decided": {
            /**
             * What did the board decide?
             * @enum {string}
             */
            decision: "back" | "not-back";
            /**
             * From which day can your child go back?
             * Format: date
             * @description Leave it out if it is at once.
             */
            backOn?: string;
            /** What are the reasons? */
            reasons?: string;
        };
        /** @description Say that the child is back at school. Sent by: parent or young person, school governing board, academy trust */
        "event.exclusion-review.returned": Record<string, never>;
        /** @description Ask for an independent review. Sent by: parent or young person */
        "event.exclusion-review.review-asked": {
            /**
             * Do you want a special educational needs (SEN) expert?
             * @description It is free, and you need no diagnosis. You can only ask for it together with the review.
             */
            expert: boolean;
            /** Why is the decision wrong? */
            why?: string;
        };
        /** @description Record the day of the panel. Sent by: parent or young person, school governing board, academy trust, council SEND casework */
        "event.exclusion-review.hearing-set": {
            /**
             * On what day does the panel meet?
             * Format: date
             */
            hearing: string;
        };
        /** @description Record that the panel has met. Sent by: parent or young person, school governing board, academy trust, council SEND casework */
        "event.exclusion-review.panel-met": {
            /** Was the SEN expert there, if you asked for one? */
            expertCame: boolean;
            /** Was it put off to another day? */
            adjourned: boolean;
        };
        /** @description Record the decision of the panel. Sent by: parent or young person, school governing board, academy trust, council SEND casework */
        "event.exclusion-review.panel-decided": {
            /**
             * What did the panel decide?
             * @enum {string}
             */
            decision: "upheld" | "recommended" | "quashed";
        };
        /** @description Record the new decision of the governing board. Sent by: school governing board, academy trust, parent or young person */
        "event.exclusion-review.reconsidered": {
            /**
             * What did the board decide?
             * @enum {string}
             */
            decision: "back" | "not-back";
            /**
             * From which day can your child go back?
             * Format: date
             * @description Leave it out if it is at once.
             */
            backOn?: string;
            /** What are the reasons? */
            reasons?: string;
        };
        /** @description Record that the review was refused. Sent by: council SEND casework, academy trust, parent or young person */
        "event.exclusion-review.request-refused": {
            /** Why was it refused? */
            reason: string;
        };
        /** @description Record a disability discrimination claim. Sent by: parent or young person */
        "event.exclusion-review.claim-made": Record<string, never>;
        /** @description Record that the discrimination claim is decided. Sent by: parent or young person */
        "event.exclusion-review.claim-decided": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.exclusion-review.withdrawn": Record<string, never>;
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.exclusion-review.ombudsman-asked": Record<string, never>;
        /** @description Close this: I accept the answer. Sent by: parent or young person */
        "event.exclusion-review.accepted": Record<string, never>;
        /** @description Facts of Appeal about a school place (child without a plan) */
        "facts.admission-appeal": {
            /**
             * When did you hear that the place was refused?
             * Format: date
             */
            refused: string;
            /**
             * When did you ask for the place?
             * @enum {string}
             */
            round: "normal" | "other";
            /**
             * Who decides about places at this school?
             * @description The refusal letter says so.
             * @enum {string}
             */
            authority: "council" | "school" | "academy";
            /**
             * What is the last day for appeals in the letter?
             * Format: date
             * @description Leave it out if the letter names none.
             */
            lodgeBy?: string;
        };
        /** @description Add the last day for appeals. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.last-day-named": {
            /**
             * What is the last day for appeals?
             * Format: date
             */
            lodgeBy: string;
        };
        /** @description Record that you sent your appeal. Sent by: parent or young person */
        "event.admission-appeal.lodged": {
            /** Why should your child go to this school? */
            why?: string;
            /** If it is late: why? */
            late?: string;
        };
        /** @description Record the day of the hearing. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.hearing-set": {
            /**
             * On what day is the hearing?
             * Format: date
             * @description You must be told at least 10 school days before, unless you agreed to less.
             */
            hearing: string;
            /**
             * By when must your papers be there?
             * Format: date
             */
            evidenceBy?: string;
        };
        /** @description Say that you sent your papers. Sent by: parent or young person */
        "event.admission-appeal.papers-sent": Record<string, never>;
        /** @description Record that the hearing took place. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.heard": Record<string, never>;
        /** @description Record the decision of the panel. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.decided": {
            /**
             * What did the panel decide?
             * @enum {string}
             */
            decision: "place" | "no-place";
        };
        /** @description Record that a place was offered after all. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.place-offered": Record<string, never>;
        /** @description Say that your child has the place. Sent by: parent or young person, council SEND casework, school governing board, academy trust */
        "event.admission-appeal.admitted": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.admission-appeal.withdrawn": Record<string, never>;
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.admission-appeal.ombudsman-asked": Record<string, never>;
        /** @description Close this: I accept the answer. Sent by: parent or young person */
        "event.admission-appeal.accepted": Record<string, never>;
        /** @description Facts of Appeal about travel to school */
        "facts.transport-appeal": {
            /**
             * What is wrong?
             * @enum {string}
             */
            about: "refused" | "stopped" | "unsuitable" | "route" | "cost";
            /**
             * When did you receive the decision?
             * Format: date
             */
            decided: string;
        };
        /** @description Ask for a review of the decision. Sent by: parent or young person */
        "event.transport-appeal.review-asked": {
            /** Why is the decision wrong? */
            why?: string;
        };
        /** @description Refuse a late request. Sent by: council transport team, parent or young person */
        "event.transport-appeal.late-refused": {
            /**
             * Why can it not be looked at?
             * @description Give the details of the Ombudsman as well.
             */
            reason: string;
        };
        /** @description Take more time, with a reason. Sent by: council transport team */
        "event.transport-appeal.more-time-taken": {
            /**
             * Why do you need more time?
             * @description The family will read it.
             */
            reason: string;
            /**
             * By when will you answer?
             * Format: date
             */
            by: string;
        };
        /** @description Answer the review (stage 1). Sent by: council transport team, parent or young person */
        "event.transport-appeal.review-answered": {
            /**
             * What is the answer?
             * @enum {string}
             */
            decision: "yes" | "partly" | "no";
            /**
             * From which day will there be travel?
             * Format: date
             */
            travelFrom?: string;
            /**
             * What are the reasons?
             * @description How it was looked at, and who was asked.
             */
            reasons?: string;
        };
        /** @description Ask for the independent panel. Sent by: parent or young person */
        "event.transport-appeal.panel-asked": {
            /** What is still wrong? */
            why?: string;
        };
        /** @description Record that the panel met. Sent by: council transport team, parent or young person */
        "event.transport-appeal.panel-held": Record<string, never>;
        /** @description Send the decision of the panel (stage 2). Sent by: council transport team, parent or young person */
        "event.transport-appeal.panel-answered": {
            /**
             * What is the answer?
             * @enum {string}
             */
            decision: "yes" | "partly" | "no";
            /**
             * From which day will there be travel?
             * Format: date
             */
            travelFrom?: string;
            /**
             * What are the reasons?
             * @description How it was looked at, and who was asked.
             */
            reasons?: string;
        };
        /** @description Say that the travel has started. Sent by: parent or young person, council transport team */
        "event.transport-appeal.travel-started": Record<string, never>;
        /** @description Go to the Ombudsman. Sent by: parent or young person */
        "event.transport-appeal.ombudsman-asked": Record<string, never>;
        /** @description Close this: I accept the answer. Sent by: parent or young person */
        "event.transport-appeal.accepted": Record<string, never>;
        /** @description Facts of Assessment and plan: the 20 weeks */
        "facts.ehc-assessment": {
            /**
             * What was asked for?
             * @default first
             * @enum {string}
             */
            kind?: "first" | "again";
            /**
             * When did the council get the request?
             * Format: date
             * @description Or when it first learned that your child may need a plan.
             */
            requested: string;
        };
        /** @description Agree to assess. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.assessment-agreed": Record<string, never>;
        /** @description Refuse to assess, with reasons. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.assessment-refused": Record<string, never>;
        /** @description Record that advice was asked for. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.advice-asked": {
            /**
             * Who was asked?
             * @enum {string}
             */
            from: "icb" | "social-care" | "school" | "psychologist";
        };
        /** @description Say that the advice was given. Sent by: council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, parent or young person */
        "event.ehc-assessment.advice-given": {
            /** Which point? */
            point: string;
        };
        /** @description Say why the time cannot be kept. Sent by: council SEND casework */
        "event.ehc-assessment.excused": {
            /**
             * Which reason of the Regulations is it?
             * @description No other reason counts.
             * @enum {string}
             */
            why: "closed" | "personal" | "absent" | "appointment";
            /**
             * What happened?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Decide after the assessment: no plan. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.plan-refused": Record<string, never>;
        /** @description Send the draft plan. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.draft-sent": {
            /**
             * When did the family receive it?
             * Format: date
             * @description Leave it out if it was on the same day.
             */
            served?: string;
        };
        /** @description Send your comments, and the school you ask for. Sent by: parent or young person */
        "event.ehc-assessment.comments-sent": {
            /** What is wrong or missing? */
            comments?: string;
            /**
             * Do you ask for a meeting with the council?
             * @default false
             */
            meeting?: boolean;
        };
        /** @description Send the final plan. Sent by: council SEND casework, parent or young person */
        "event.ehc-assessment.final-plan": Record<string, never>;
        /** @description I do not agree: go on to mediation and appeal. Sent by: parent or young person */
        "event.ehc-assessment.disagreed": {
            /**
             * Which parts of the plan do you disagree with?
             * @description Leave this empty if there is no plan, or if the council ends it.
             * @default []
             */
            sections?: ("B" | "F" | "I" | "C" | "G" | "D" | "H")[];
        };
        /** @description I agree: close this. Sent by: parent or young person */
        "event.ehc-assessment.accepted": Record<string, never>;
        /** @description Do not follow this any more. Sent by: parent or young person */
        "event.ehc-assessment.stopped": Record<string, never>;
        /** @description Facts of Review of the plan (annual review) */
        "facts.annual-review": {
            /**
             * When was the plan made or last reviewed?
             * Format: date
             * @description Use the date of the latest of the two: the plan, or the letter after the last review.
             */
            planMade: string;
            /**
             * Do you ask for a review before the year is over?
             * @default false
             */
            early?: boolean;
            /**
             * Who holds the review meeting?
             * @description A school often does it for the council.
             * @enum {string}
             */
            arrangedBy: "school" | "council";
            /**
             * When is the review meeting, or when was it?
             * Format: date
             * @description Leave it out if there is no date yet.
             */
            meeting?: string;
            /**
             * Has the meeting taken place?
             * @default false
             */
            held?: boolean;
            /**
             * Does a move come up in the next 12 months?
             * @default none
             * @enum {string}
             */
            move?: "none" | "school" | "post-16" | "between-colleges";
            /**
             * On which day does the move take place?
             * Format: date
             * @description For most moves this is 1 September.
             */
            moveOn?: string;
        };
        /** @description Agree to an early review. Sent by: council SEND casework, parent or young person */
        "event.annual-review.early-agreed": Record<string, never>;
        /** @description Refuse an early review, with reasons. Sent by: council SEND casework, parent or young person */
        "event.annual-review.early-refused": {
            /**
             * Why not now?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Record the day of the review meeting. Sent by: council SEND casework, school governing board, academy trust, college, nursery provider, parent or young person */
        "event.annual-review.meeting-set": {
            /**
             * On what day is the meeting?
             * Format: date
             * @description The law asks for at least two weeks of notice.
             */
            meeting: string;
        };
        /** @description Say that the reports for the meeting were sent. Sent by: council SEND casework, school governing board, academy trust, college, nursery provider, parent or young person */
        "event.annual-review.papers-sent": Record<string, never>;
        /** @description Record that the meeting took place. Sent by: council SEND casework, school governing board, academy trust, college, nursery provider, parent or young person */
        "event.annual-review.meeting-held": {
            /** Were the child's or young person's views heard? */
            views?: boolean;
            /** What did you ask to change in the plan? */
            wanted?: string;
        };
        /** @description Say that the report of the meeting was sent. Sent by: council SEND casework, school governing board, academy trust, college, nursery provider, parent or young person */
        "event.annual-review.report-sent": Record<string, never>;
        /** @description Decide: the plan stays as it is. Sent by: council SEND casework, parent or young person */
        "event.annual-review.kept": Record<string, never>;
        /** @description Record: the plan will change, but no changes were sent yet. Sent by: council SEND casework, parent or young person */
        "event.annual-review.amendment-announced": Record<string, never>;
        /** @description Decide: change the plan, and send the proposed changes. Sent by: council SEND casework, parent or young person */
        "event.annual-review.amendments-sent": {
            /**
             * When did the family receive them?
             * Format: date
             * @description Leave it out if it was on the same day.
             */
            served?: string;
        };
        /** @description Decide: end the plan. Sent by: council SEND casework, parent or young person */
        "event.annual-review.ceased": Record<string, never>;
        /** @description Send your comments, and the school you ask for. Sent by: parent or young person */
        "event.annual-review.comments-sent": {
            /** What is wrong or missing? */
            comments?: string;
            /**
             * Do you ask for a meeting with the council?
             * @default false
             */
            meeting?: boolean;
        };
        /** @description Send the final amended plan. Sent by: council SEND casework, parent or young person */
        "event.annual-review.final-plan": Record<string, never>;
        /** @description Decide not to change the plan after all. Sent by: council SEND casework, parent or young person */
        "event.annual-review.no-amendment": Record<string, never>;
        /** @description I do not agree: go on to mediation and appeal. Sent by: parent or young person */
        "event.annual-review.disagreed": {
            /**
             * Which parts of the plan do you disagree with?
             * @description Leave this empty if there is no plan, or if the council ends it.
             * @default []
             */
            sections?: ("B" | "F" | "I" | "C" | "G" | "D" | "H")[];
        };
        /** @description I agree: close the review. Sent by: parent or young person */
        "event.annual-review.accepted": Record<string, never>;
        /** @description Do not follow this review any more. Sent by: parent or young person */
        "event.annual-review.stopped": Record<string, never>;
        /** @description Facts of Disagreement resolution service */
        "facts.disagreement-resolution": {
            /**
             * What is the disagreement about?
             * @enum {string}
             */
            about: "duties" | "provision" | "health-or-care" | "bodies";
            /**
             * Who is on the other side?
             * @enum {string}
             */
            with: "council" | "school" | "college" | "icb";
            /**
             * When was the service asked?
             * Format: date
             * @description Use today if you ask now.
             */
            asked: string;
        };
        /** @description Offer the service to the other side. Sent by: council SEND casework, mediation provider, mediator */
        "event.disagreement-resolution.offered": Record<string, never>;
        /** @description Say that the service cannot be used for this. Sent by: council SEND casework, mediation provider, mediator */
        "event.disagreement-resolution.not-offered": {
            /**
             * Why not?
             * @description The family will read it.
             */
            reason: string;
        };
        /** @description Say yes: we take part. Sent by: council SEND casework, council children's social care, ICB (responsible commissioner), school governing board, academy trust, college, mediation provider, mediator */
        "event.disagreement-resolution.joined": Record<string, never>;
        /** @description Say no: we do not take part. Sent by: council SEND casework, council children's social care, ICB (responsible commissioner), school governing board, academy trust, college, mediation provider, mediator */
        "event.disagreement-resolution.declined": {
            /**
             * Why not?
             * @description You need not say.
             */
            reason?: string;
        };
        /** @description Record the day of the meeting. Sent by: mediation provider, mediator, council SEND casework, council children's social care, ICB (responsible commissioner), school governing board, academy trust, college */
        "event.disagreement-resolution.meeting-set": {
            /**
             * On what day is the meeting?
             * Format: date
             */
            meeting: string;
            /** What does anyone need to take part? */
            needs?: string;
        };
        /** @description Record the agreement. Sent by: mediation provider, mediator */
        "event.disagreement-resolution.agreement-recorded": {
            /** What was agreed? */
            points: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
                /**
                 * Who will do it?
                 * @enum {string}
                 */
                owedBy: "council" | "school" | "college" | "icb";
            }[];
        };
        /** @description Record that there was no agreement. Sent by: mediation provider, mediator */
        "event.disagreement-resolution.no-agreement": Record<string, never>;
        /** @description Say that a promise is kept. Sent by: parent or young person, council SEND casework, council children's social care, ICB (responsible commissioner), school governing board, academy trust, college */
        "event.disagreement-resolution.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Stop: I do not want to go on. Sent by: parent or young person */
        "event.disagreement-resolution.withdrew": Record<string, never>;
        /** @description Facts of Complaint to the body that holds your data */
        "facts.data-complaint": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "access" | "wrong" | "breach" | "other";
            /**
             * If you asked for a copy: when was your request received?
             * Format: date
             * @description Leave it out if you did not ask for a copy.
             */
            requested?: string;
            /**
             * When was your complaint received?
             * Format: date
             * @description Use today if you are sending it now.
             */
            received: string;
            /** What happened? */
            complaint?: string;
        };
        /** @description Take two more months for a complex request. Sent by: parent or young person, data controller */
        "event.data-complaint.access-extended": {
            /**
             * Why is the request complex?
             * @description Many requests, or a very large file. Being busy is no reason.
             */
            reason: string;
        };
        /** @description Record that the copy was given. Sent by: parent or young person, data controller */
        "event.data-complaint.copy-given": {
            /**
             * Was it everything?
             * @enum {string}
             */
            complete: "yes" | "withheld" | "no";
        };
        /** @description Acknowledge the complaint. Sent by: parent or young person, data controller */
        "event.data-complaint.acknowledged": Record<string, never>;
        /** @description Tell the family how far it is. Sent by: parent or young person, data controller */
        "event.data-complaint.progress-told": {
            /** What is the news? */
            news?: string;
        };
        /** @description Answer the complaint. Sent by: parent or young person, data controller */
        "event.data-complaint.answered": {
            /**
             * What is the answer?
             * @enum {string}
             */
            finding: "upheld" | "partly" | "no";
            /** What are the reasons? */
            reasons?: string;
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a promise is kept. Sent by: parent or young person, data controller */
        "event.data-complaint.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Go to the Information Commissioner. Sent by: parent or young person */
        "event.data-complaint.commissioner-asked": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.data-complaint.satisfied": Record<string, never>;
        /** @description Facts of Information Commissioner */
        "facts.ico": {
            /**
             * When did you complain to the body that holds the data?
             * Format: date
             */
            complained: string;
            /**
             * When did that body last answer you?
             * Format: date
             * @description Leave it out if it never did.
             */
            contact?: string;
            /**
             * When did you complain to the Commissioner?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            asked?: string;
        };
        /** @description Record your complaint to the Commissioner. Sent by: parent or young person */
        "event.ico.asked": Record<string, never>;
        /** @description Record that it is too early. Sent by: parent or young person, data controller */
        "event.ico.sent-back": Record<string, never>;
        /** @description Record a new answer of the body. Sent by: parent or young person, data controller */
        "event.ico.body-answered": Record<string, never>;
        /** @description Record the outcome. Sent by: parent or young person, data controller */
        "event.ico.decided": {
            /**
             * What is the outcome?
             * @enum {string}
             */
            outcome: "broken" | "kept" | "not-looked-at";
            /** What was the body told to do? */
            told?: string;
        };
        /** @description Do not go on. Sent by: parent or young person */
        "event.ico.given-up": Record<string, never>;
        /** @description Facts of A child is at risk: get help now */
        "facts.safeguarding": {
            /** Is the child in danger right now? */
            danger: boolean;
            /**
             * When did you call or write to children’s social care?
             * Format: date
             * @description Leave it out if you have not yet. Do it today.
             */
            referred?: string;
        };
        /** @description Say that you called 999. Sent by: parent or young person, school governing board, academy trust, college, nursery provider, NHS provider, council SEND casework */
        "event.safeguarding.police-called": Record<string, never>;
        /** @description Record the referral to children’s social care. Sent by: parent or young person, school governing board, academy trust, college, nursery provider, NHS provider, council SEND casework */
        "event.safeguarding.referred": {
            /**
             * How?
             * @enum {string}
             */
            how: "phone" | "form";
            /** What did you tell them? */
            said?: string;
        };
        /** @description Record what was decided. Sent by: safeguarding front door, council children's social care, parent or young person, school governing board, academy trust, college, nursery provider, NHS provider, council SEND casework */
        "event.safeguarding.decided": {
            /**
             * What was decided?
             * @enum {string}
             */
            decision: "protect" | "enquiry" | "assessment" | "help" | "nothing";
            /** What are the reasons? */
            reasons?: string;
        };
        /** @description Ask for a manager to look again. Sent by: parent or young person, school governing board, academy trust, college, nursery provider, NHS provider, council SEND casework */
        "event.safeguarding.asked-again": {
            /** Why is the child still at risk? */
            why?: string;
        };
        /** @description Close this: the child is safe. Sent by: parent or young person, safeguarding front door, council children's social care */
        "event.safeguarding.safe": Record<string, never>;
        /** @description Facts of Tell the regulator (Ofsted or CQC) */
        "facts.regulator-concern": {
            /**
             * Whom do you want to tell?
             * @enum {string}
             */
            regulator: "ofsted-school" | "ofsted-early-years" | "ofsted-care" | "cqc" | "area" | "independent-school";
            /**
             * When did you tell them?
             * Format: date
             * @description Leave it out if you have not yet.
             */
            sent?: string;
        };
        /** @description Record that you told the regulator. Sent by: parent or young person */
        "event.regulator-concern.sent": {
            /** What did you tell them? */
            said?: string;
        };
        /** @description Record the answer of the regulator. Sent by: parent or young person */
        "event.regulator-concern.answered": {
            /**
             * What does it say?
             * @enum {string}
             */
            answer: "noted" | "acting" | "elsewhere";
        };
        /** @description A child is at risk: get help now. Sent by: parent or young person */
        "event.regulator-concern.at-risk": {
            /** Is the child in danger right now? */
            danger: boolean;
        };
        /** @description Close this. Sent by: parent or young person */
        "event.regulator-concern.closed": Record<string, never>;
        /** @description Facts of Complaint about the mediator or the mediation service */
        "facts.provider-complaint.mediation": {
            /**
             * What is it about?
             * @enum {string}
             */
            about: "confidence" | "bias" | "late" | "access" | "conduct" | "other";
            /**
             * When did it happen, or when did you learn of it?
             * Format: date
             */
            aware: string;
            /**
             * When did you complain to the provider?
             * Format: date
             * @description Use today if you are sending it now.
             */
            received: string;
            /**
             * Who arranged the mediation?
             * @enum {string}
             */
            arrangedBy: "council" | "icb";
            /** What happened? */
            complaint: string;
        };
        /** @description Acknowledge the complaint. Sent by: mediation provider, parent or young person */
        "event.provider-complaint.mediation.acknowledged": Record<string, never>;
        /** @description Answer the complaint. Sent by: mediation provider, parent or young person */
        "event.provider-complaint.mediation.answered": {
            /**
             * What is the finding?
             * @enum {string}
             */
            finding: "upheld" | "partly-upheld" | "not-upheld";
            /** What are the reasons? */
            reasons?: string;
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a promise is kept. Sent by: mediation provider, parent or young person */
        "event.provider-complaint.mediation.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Go to whoever pays for the service. Sent by: parent or young person */
        "event.provider-complaint.mediation.commissioner-asked": Record<string, never>;
        /** @description Close the complaint: I am content. Sent by: parent or young person */
        "event.provider-complaint.mediation.satisfied": Record<string, never>;
        /** @description Facts of Office of the Independent Adjudicator (universities) */
        "facts.oia": {
            /**
             * When did it happen?
             * Format: date
             * @description If it happened more than once, use the last time.
             */
            happened: string;
            /**
             * Is it about unfair treatment because of a disability?
             * @description Then the time for a court claim runs as well, and we show it.
             * @default false
             */
            disability?: boolean;
            /**
             * When did the university give its last answer?
             * Format: date
             * @description Leave it out if it has not finished.
             */
            finished?: string;
            /**
             * What date is on the Completion of Procedures letter?
             * Format: date
             * @description The letter that says that the university has finished. Leave it out if you have none.
             */
            letter?: string;
            /**
             * When did the Adjudicator get your complaint?
             * Format: date
             * @description Leave it out if you have not sent it.
             */
            asked?: string;
        };
        /** @description Say that the university gave its last answer. Sent by: parent or young person, university */
        "event.oia.finished": Record<string, never>;
        /** @description Record the Completion of Procedures letter. Sent by: parent or young person, university */
        "event.oia.letter-came": {
            /**
             * What date is on the letter?
             * Format: date
             */
            dated: string;
        };
        /** @description Say that you complained to the Adjudicator. Sent by: parent or young person */
        "event.oia.asked": Record<string, never>;
        /** @description Record that the Adjudicator cannot look at it. Sent by: parent or young person, university */
        "event.oia.not-eligible": {
            /**
             * Why?
             * @enum {string}
             */
            why: "late" | "not-finished" | "outside" | "court" | "other";
            /**
             * Until which day can you ask it to look at that again?
             * Format: date
             * @description The letter says it. Leave it out if it names no day.
             */
            askAgainBy?: string;
        };
        /** @description Ask the Adjudicator to look at that again. Sent by: parent or young person */
        "event.oia.asked-again": Record<string, never>;
        /** @description Record that you and the university agreed. Sent by: parent or young person, university */
        "event.oia.settled": {
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Record what the Adjudicator decided. Sent by: parent or young person, university */
        "event.oia.decided": {
            /**
             * What did it decide?
             * @enum {string}
             */
            finding: "justified" | "partly-justified" | "not-justified";
            /** What will be done to put it right? */
            promises?: {
                /**
                 * What will be done?
                 * @description One promise for each line.
                 */
                what: string;
                /**
                 * By when?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a point was done. Sent by: parent or young person, university */
        "event.oia.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Say that you sent a disability claim. Sent by: parent or young person */
        "event.oia.claim-sent": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.oia.given-up": Record<string, never>;
        /** @description Facts of Ask the Tribunal about health and social care as well */
        "facts.tribunal.extended": {
            /**
             * What did the council decide?
             * @enum {string}
             */
            decision: "refuse-to-assess" | "refuse-to-reassess" | "refuse-to-issue" | "contents" | "refuse-to-amend" | "cease";
            /**
             * When was the decision letter sent?
             * Format: date
             * @description Use the date printed on the letter if you do not know when it was sent.
             */
            noticeSent: string;
            /**
             * Which parts of the plan do you disagree with?
             * @description Leave this empty if there is no plan.
             * @default []
             */
            sections?: ("B" | "F" | "I" | "C" | "G" | "D" | "H")[];
            /**
             * What is the date of your mediation certificate?
             * Format: date
             * @description Leave it out if you have none yet.
             */
            certificateIssued?: string;
            /**
             * When did the Tribunal receive your appeal?
             * Format: date
             * @description Leave it out if you have not sent it yet.
             */
            appealed?: string;
        };
        /** @description Record that you asked in the appeal form. Sent by: parent or young person */
        "event.tribunal.extended.asked": {
            /** What did you ask about? */
            about: ("icb" | "social-care")[];
            /**
             * What should the Tribunal recommend?
             * @description Say which need it meets and what the evidence is.
             */
            wanted: string;
        };
        /** @description Say that the appeal went without it. Sent by: parent or young person */
        "event.tribunal.extended.left-out": Record<string, never>;
        /** @description Ask the Tribunal to add health or social care. Sent by: parent or young person */
        "event.tribunal.extended.addition-asked": {
            /** What do you want to add, and why only now? */
            reason: string;
        };
        /** @description Record that it was added to the appeal. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.added": Record<string, never>;
        /** @description Record that it was not added. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.not-added": Record<string, never>;
        /** @description Record that the Tribunal registered the appeal. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.registered": {
            /**
             * By when must the council answer, if the letter says so?
             * Format: date
             */
            respondBy?: string;
        };
        /** @description Send the evidence about health or social care. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.evidence-sent": {
            /**
             * Which body is it from?
             * @enum {string}
             */
            from: "icb" | "social-care";
        };
        /** @description Answer the appeal. Sent by: council SEND casework, parent or young person */
        "event.tribunal.extended.responded": {
            /**
             * Which evidence came with the answer?
             * @default []
             */
            covers?: ("icb" | "social-care")[];
        };
        /** @description Record what the Tribunal told you to do (“directions”). Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.directed": {
            /** What must be done? */
            directions: {
                /**
                 * What is it?
                 * @enum {string}
                 */
                what: "attendance form" | "evidence" | "bundle" | "working document" | "other";
                /**
                 * Who must do it?
                 * @enum {string}
                 */
                who: "family" | "council" | "icb" | "social-care";
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a direction was met. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.direction-met": {
            /** Which point? */
            point: string;
        };
        /** @description Ask the Tribunal for a change. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.change-asked": {
            /** Does the other side agree? */
            agreed: boolean;
            /** What do you ask for, and why? */
            reason: string;
        };
        /** @description Record the hearing date. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.hearing-listed": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * How is it held?
             * @enum {string}
             */
            how: "video" | "in-person" | "papers";
        };
        /** @description Record that the hearing was put off. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.adjourned": Record<string, never>;
        /** @description Record that the hearing took place. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.heard": Record<string, never>;
        /** @description Record what the Tribunal recommended. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.recommended": {
            /**
             * When was the decision sent?
             * Format: date
             */
            sent: string;
            /** What was recommended? */
            recommendations: {
                /** What did the Tribunal recommend? */
                what: string;
                /**
                 * Who must answer it?
                 * @enum {string}
                 */
                to: "icb" | "social-care";
            }[];
        };
        /** @description Record that nothing was recommended. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.none-made": Record<string, never>;
        /** @description Record the answer to the recommendations. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.answer-read": {
            /**
             * Who answered?
             * @enum {string}
             */
            from: "icb" | "social-care";
            /**
             * What does it say?
             * @enum {string}
             */
            follows: "all" | "some" | "none" | "silent";
        };
        /** @description Say that you complained about the answer. Sent by: parent or young person */
        "event.tribunal.extended.complained": {
            /** Which point? */
            point: string;
        };
        /** @description Record that the education part of the appeal ended without a decision. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care */
        "event.tribunal.extended.education-ended": Record<string, never>;
        /** @description Leave health and social care out of the appeal. Sent by: parent or young person */
        "event.tribunal.extended.dropped": Record<string, never>;
        /** @description Close this case. Sent by: parent or young person */
        "event.tribunal.extended.stopped": Record<string, never>;
        /** @description Facts of Disability claim to the SEND Tribunal */
        "facts.tribunal.discrimination": {
            /**
             * Which school is the claim about?
             * @description The claim is against the body that runs it.
             * @enum {string}
             */
            against: "governors" | "trust" | "proprietor" | "council";
            /**
             * When did it happen?
             * Format: date
             * @description If it went on for a time, use the last day of it. If the school did not do something, use the day on which it decided not to.
             */
            happened: string;
            /** What did the school do, or not do? */
            what: string;
        };
        /** @description Record that you sent your claim. Sent by: parent or young person */
        "event.tribunal.discrimination.lodged": Record<string, never>;
        /** @description Record a late claim, with your reasons. Sent by: parent or young person */
        "event.tribunal.discrimination.lodged-late": {
            /**
             * Why is the claim late?
             * @description Say also if it went on after the first day.
             */
            reason: string;
        };
        /** @description Record that the Tribunal registered the claim. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.registered": {
            /**
             * By when must the school answer, if the letter says so?
             * Format: date
             */
            respondBy?: string;
        };
        /** @description Record that the Tribunal did not accept the claim. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.rejected": {
            /**
             * Why?
             * @enum {string}
             */
            why: "late" | "outside" | "other";
        };
        /** @description Answer the claim. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.responded": {
            /**
             * Does the school oppose the claim?
             * @enum {string}
             */
            opposes: "all" | "part" | "none";
        };
        /** @description Record what the Tribunal told you to do (“directions”). Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.directed": {
            /** What must be done? */
            directions: {
                /**
                 * What is it?
                 * @enum {string}
                 */
                what: "attendance form" | "evidence" | "bundle" | "working document" | "other";
                /**
                 * Who must do it?
                 * @enum {string}
                 */
                who: "family" | "school";
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a direction was met. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.direction-met": {
            /** Which point? */
            point: string;
        };
        /** @description Ask the Tribunal for a change. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.change-asked": {
            /** Does the other side agree? */
            agreed: boolean;
            /** What do you ask for, and why? */
            reason: string;
        };
        /** @description Record the hearing date. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.hearing-listed": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * How is it held?
             * @enum {string}
             */
            how: "video" | "in-person" | "papers";
        };
        /** @description Record that the hearing was put off. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.adjourned": Record<string, never>;
        /** @description Record that the hearing took place. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.heard": Record<string, never>;
        /** @description Record that you and the school agreed. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.settled": {
            /** What must the school do? */
            points?: {
                /**
                 * What must be done?
                 * @description For example an apology, training, a new policy.
                 */
                what: string;
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Record the decision: there was discrimination. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.claim-allowed": {
            /**
             * When was it sent to you?
             * Format: date
             */
            sent: string;
            /** What must the school do? */
            points?: {
                /**
                 * What must be done?
                 * @description For example an apology, training, a new policy.
                 */
                what: string;
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Record the decision: the claim was dismissed. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.dismissed": Record<string, never>;
        /** @description Say that a point is done. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.order-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Ask for permission to appeal. Sent by: parent or young person */
        "event.tribunal.discrimination.permission-asked": {
            /** What is the error of law? */
            reason: string;
        };
        /** @description Ask for the decision to be cancelled (“set aside”). Sent by: parent or young person */
        "event.tribunal.discrimination.set-aside-asked": {
            /** What went wrong in the procedure? */
            reason: string;
        };
        /** @description Record that the decision was cancelled (“set aside”). Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.set-aside-granted": Record<string, never>;
        /** @description Record that the decision stands (not “set aside”). Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.set-aside-refused": Record<string, never>;
        /** @description Accept the decision. Sent by: parent or young person */
        "event.tribunal.discrimination.decision-accepted": Record<string, never>;
        /** @description Withdraw the claim. Sent by: parent or young person */
        "event.tribunal.discrimination.withdrawn": Record<string, never>;
        /** @description Record that the claim was taken up again. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.reinstated": Record<string, never>;
        /** @description Record that the claim was ended by the Tribunal (“struck out”). Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.struck-out": Record<string, never>;
        /** @description Ask the Tribunal to look again. Sent by: parent or young person */
        "event.tribunal.discrimination.look-again-asked": {
            /**
             * Why should the claim go on?
             * @description If you are late, say why as well.
             */
            reason: string;
        };
        /** @description Record that the claim does not go on. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.tribunal.discrimination.look-again-refused": Record<string, never>;
        /** @description Close the case. Sent by: parent or young person */
        "event.tribunal.discrimination.closed": Record<string, never>;
        /** @description Facts of Appeal to the Upper Tribunal */
        "facts.upper-tribunal": {
            /**
             * What was the case about, and who was on the other side?
             * @enum {string}
             */
            other: "council" | "governors" | "trust" | "proprietor" | "council-claim";
            /**
             * When did the SEND Tribunal send you its decision?
             * Format: date
             * @description If full reasons, a correction or a refusal to set it aside came later, use the latest of these dates.
             */
            decisionSent: string;
            /**
             * When did you ask the SEND Tribunal for permission to appeal?
             * Format: date
             * @description Leave it out if you have not asked yet.
             */
            asked?: string;
        };
        /** @description Record that you asked the SEND Tribunal for permission. Sent by: parent or young person */
        "event.upper-tribunal.permission-asked": {
            /**
             * What is the error of law?
             * @description If you are late, say why as well.
             */
            reason: string;
        };
        /** @description Record that the SEND Tribunal gave permission. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.permission-granted": {
            /**
             * For which of your grounds?
             * @enum {string}
             */
            grounds: "all" | "some";
        };
        /** @description Record that the SEND Tribunal refused permission. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.permission-refused": Record<string, never>;
        /** @description Record that the SEND Tribunal looked at its decision again. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.reviewed": {
            /**
             * What was the result?
             * @enum {string}
             */
            result: "changed" | "set-aside";
        };
        /** @description Record that you asked the Upper Tribunal for permission. Sent by: parent or young person */
        "event.upper-tribunal.upper-asked": {
            /**
             * What is the error of law?
             * @description If you are late, say why as well.
             */
            reason: string;
        };
        /** @description Record that the Upper Tribunal gave permission. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.upper-granted": {
            /**
             * Does the letter say that you must still send a notice of appeal?
             * @description Most often it does not: your request then counts as the notice.
             */
            notice: boolean;
        };
        /** @description Record that the Upper Tribunal refused permission. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.upper-refused": {
            /**
             * How was it decided?
             * @enum {string}
             */
            how: "papers" | "hearing";
        };
        /** @description Ask for the refusal to be looked at again at a hearing. Sent by: parent or young person */
        "event.upper-tribunal.hearing-asked": Record<string, never>;
        /** @description Record that you sent the notice of appeal. Sent by: parent or young person */
        "event.upper-tribunal.notice-sent": Record<string, never>;
        /** @description Record the answer of the other side. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.answered": Record<string, never>;
        /** @description Record what the Tribunal told you to do (“directions”). Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.directed": {
            /** What must be done? */
            directions: {
                /**
                 * What is it?
                 * @enum {string}
                 */
                what: "attendance form" | "evidence" | "bundle" | "working document" | "other";
                /**
                 * Who must do it?
                 * @enum {string}
                 */
                who: "family" | "other";
                /**
                 * By which date?
                 * Format: date
                 */
                by: string;
            }[];
        };
        /** @description Say that a direction was met. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.direction-met": {
            /** Which point? */
            point: string;
        };
        /** @description Ask the Tribunal for a change. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.change-asked": {
            /** Does the other side agree? */
            agreed: boolean;
            /** What do you ask for, and why? */
            reason: string;
        };
        /** @description Record the hearing date. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.hearing-listed": {
            /**
             * What day is the hearing?
             * Format: date
             */
            hearing: string;
            /**
             * How is it held?
             * @enum {string}
             */
            how: "video" | "in-person" | "papers";
        };
        /** @description Record that the hearing was put off. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.adjourned": Record<string, never>;
        /** @description Record that the hearing took place. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.heard": Record<string, never>;
        /** @description Record the decision of the Upper Tribunal. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.decided": {
            /**
             * When was it sent to you?
             * Format: date
             */
            sent: string;
            /**
             * What did it decide?
             * @enum {string}
             */
            result: "dismissed" | "remitted" | "remade";
            /** What was ordered, if anything? */
            points?: {
                /** What must the council do? */
                what: string;
                /**
                 * What kind of order is it?
                 * @enum {string}
                 */
                kind: "order.assess.final-plan" | "order.assess.notify" | "order.make-plan.draft" | "order.make-plan.final" | "order.reconsider" | "order.amend-contents" | "order.amend-placement" | "order.amend-contents-and-placement" | "order.continue-and-amend" | "named.date";
                /**
                 * Which date does the order name, if any?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Record the new decision of the SEND Tribunal. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.redecided": {
            /**
             * When was it sent to you?
             * Format: date
             */
            sent: string;
            /**
             * What did it decide?
             * @enum {string}
             */
            result: "allowed" | "dismissed";
            /** What was ordered, if anything? */
            points?: {
                /** What must the council do? */
                what: string;
                /**
                 * What kind of order is it?
                 * @enum {string}
                 */
                kind: "order.assess.final-plan" | "order.assess.notify" | "order.make-plan.draft" | "order.make-plan.final" | "order.reconsider" | "order.amend-contents" | "order.amend-placement" | "order.amend-contents-and-placement" | "order.continue-and-amend" | "named.date";
                /**
                 * Which date does the order name, if any?
                 * Format: date
                 */
                by?: string;
            }[];
        };
        /** @description Say that a point of the order is done. Sent by: parent or young person, school governing board, academy trust, independent school proprietor, council SEND casework */
        "event.upper-tribunal.order-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Ask for permission to go to the Court of Appeal. Sent by: parent or young person */
        "event.upper-tribunal.court-asked": Record<string, never>;
        /** @description Do not go on with the appeal. Sent by: parent or young person */
        "event.upper-tribunal.given-up": Record<string, never>;
        /** @description Facts of Disability claim in the County Court */
        "facts.county-court.equality": {
            /**
             * Who treated you or your child unfairly?
             * @description A claim about a school goes to the SEND Tribunal, which is free.
             * @enum {string}
             */
            against: "college" | "university" | "nursery" | "council" | "nhs";
            /**
             * When did it happen?
             * Format: date
             * @description If it went on for a time, use the last day of it. If something was not done, use the day on which that was decided.
             */
            happened: string;
            /** What was done, or not done? */
            what: string;
        };
        /** @description Record the letter that warns of a claim (“letter before claim”). Sent by: parent or young person */
        "event.county-court.equality.letter-sent": {
            /**
             * By when did you ask for an answer?
             * Format: date
             * @description 14 days is usual. It can be more where the matter is hard, up to 3 months.
             */
            replyBy: string;
        };
        /** @description Answer the letter that warns of a claim. Sent by: parent or young person, college, university, nursery provider, council complaints team, NHS provider */
        "event.county-court.equality.answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            offer: "yes" | "part" | "no";
        };
        /** @description Record that the claim was started. Sent by: parent or young person */
        "event.county-court.equality.claimed": Record<string, never>;
        /** @description Record a late claim, with your reasons. Sent by: parent or young person */
        "event.county-court.equality.claimed-late": {
            /** Why is the claim late? */
            reason: string;
        };
        /** @description Record a date that the court set. Sent by: parent or young person, college, university, nursery provider, council complaints team, NHS provider */
        "event.county-court.equality.date-set": {
            /**
             * What is the date for?
             * @enum {string}
             */
            what: "papers" | "hearing" | "fee" | "other";
            /**
             * Who must act?
             * @enum {string}
             */
            who: "family" | "other";
            /**
             * Which date?
             * Format: date
             */
            by: string;
        };
        /** @description Say that a date of the court was kept. Sent by: parent or young person, college, university, nursery provider, council complaints team, NHS provider */
        "event.county-court.equality.date-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Record the decision of the court. Sent by: parent or young person, college, university, nursery provider, council complaints team, NHS provider */
        "event.county-court.equality.court-decided": {
            /**
             * What did it decide?
             * @enum {string}
             */
            result: "won" | "lost";
        };
        /** @description Record that it was settled. Sent by: parent or young person, college, university, nursery provider, council complaints team, NHS provider */
        "event.county-court.equality.settled": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.county-court.equality.closed": Record<string, never>;
        /** @description Facts of Ask the High Court to look at it (judicial review) */
        "facts.judicial-review": {
            /**
             * Which public body acted against the law?
             * @enum {string}
             */
            against: "council" | "icb" | "social-care" | "governors" | "trust" | "dfe" | "lgsco" | "phso";
            /**
             * When was the decision made, or when did the problem begin?
             * Format: date
             * @description Use the first day. If it goes on, a lawyer can tell you whether the time begins again.
             */
            happened: string;
            /** What did the body do, or not do? */
            what: string;
        };
        /** @description Record the letter that warns of a claim (“letter before claim”). Sent by: parent or young person */
        "event.judicial-review.letter-sent": {
            /**
             * Does the letter give another date than 14 days? Which?
             * Format: date
             * @description Only where it is urgent, or where you gave more time.
             */
            replyBy?: string;
        };
        /** @description Answer the letter that warns of a claim. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            says: "yes" | "part" | "no" | "later";
            /**
             * By when will it be done, if it says so?
             * Format: date
             */
            doneBy?: string;
        };
        /** @description Say that what was promised is done. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.promise-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Record that the claim was started. Sent by: parent or young person */
        "event.judicial-review.claimed": Record<string, never>;
        /** @description Record a late claim, with your reasons. Sent by: parent or young person */
        "event.judicial-review.claimed-late": {
            /** Why is the claim late? */
            reason: string;
        };
        /** @description Record that the court gave permission. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.permission-granted": Record<string, never>;
        /** @description Record that the court refused permission. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.permission-refused": {
            /**
             * By when can you ask for a hearing?
             * Format: date
             * @description The order says so. It is only some days. Leave it out if the order says that you cannot.
             */
            renewBy?: string;
        };
        /** @description Record that you asked for a hearing about permission. Sent by: parent or young person */
        "event.judicial-review.hearing-asked": Record<string, never>;
        /** @description Record a date that the court set. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.date-set": {
            /**
             * What is the date for?
             * @enum {string}
             */
            what: "papers" | "hearing" | "fee" | "other";
            /**
             * Who must act?
             * @enum {string}
             */
            who: "family" | "other";
            /**
             * Which date?
             * Format: date
             */
            by: string;
        };
        /** @description Say that a date of the court was kept. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.date-kept": {
            /** Which point? */
            point: string;
        };
        /** @description Record the decision of the court. Sent by: parent or young person, council SEND casework, ICB (responsible commissioner), council children's social care, school governing board, academy trust */
        "event.judicial-review.court-decided": {
            /**
             * What did it decide?
             * @enum {string}
             */
            result: "won" | "lost";
        };
        /** @description Record that it was put right or settled. Sent by: parent or young person */
        "event.judicial-review.settled": Record<string, never>;
        /** @description Do not go on. Sent by: parent or young person */
        "event.judicial-review.closed": Record<string, never>;
        /** @description Facts of Complaint about a judge or the Tribunal office */
        "facts.judicial-complaint": {
            /**
             * What is the complaint about?
             * @description If you think the decision is wrong, appeal instead.
             * @enum {string}
             */
            about: "conduct" | "administration";
            /**
             * When did it happen?
             * Format: date
             */
            happened: string;
            /**
             * What happened?
             * @description Give the date, the name of the judge if you know it, and the words as you remember them.
             */
            what: string;
        };
        /** @description Record your complaint. Sent by: parent or young person */
        "event.judicial-complaint.complained": Record<string, never>;
        /** @description Record a late complaint, with your reasons. Sent by: parent or young person */
        "event.judicial-complaint.complained-late": {
            /** Why is the complaint late? */
            reason: string;
        };
        /** @description Record the answer about the judge or member. Sent by: parent or young person */
        "event.judicial-complaint.conduct-answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            finding: "upheld" | "not-upheld" | "closed";
        };
        /** @description Record that you asked the Judicial Appointments and Conduct Ombudsman. Sent by: parent or young person */
        "event.judicial-complaint.ombudsman-asked": Record<string, never>;
        /** @description Record the answer of the office. Sent by: parent or young person */
        "event.judicial-complaint.office-answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            finding: "upheld" | "not-upheld" | "closed";
        };
        /** @description Ask a senior manager for a review. Sent by: parent or young person */
        "event.judicial-complaint.review-asked": Record<string, never>;
        /** @description Record the answer of the senior manager. Sent by: parent or young person */
        "event.judicial-complaint.review-answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            finding: "upheld" | "not-upheld" | "closed";
        };
        /** @description Ask the investigations team to look again. Sent by: parent or young person */
        "event.judicial-complaint.team-asked": Record<string, never>;
        /** @description Record the answer of the investigations team. Sent by: parent or young person */
        "event.judicial-complaint.team-answered": {
            /**
             * What does the answer say?
             * @enum {string}
             */
            finding: "upheld" | "not-upheld" | "closed";
        };
        /** @description Record that you asked your MP to send it to the Ombudsman. Sent by: parent or young person */
        "event.judicial-complaint.mp-asked": Record<string, never>;
        /** @description Close the complaint. Sent by: parent or young person */
        "event.judicial-complaint.satisfied": Record<string, never>;
        Case: {
            ref: string;
            route: components["schemas"]["RouteId"];
            routeTitle: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            routeVersion: string;
            /** @description Number of journal entries; the ETag */
            version: number;
            stage: {
                id: string;
                title: string;
            };
            /** @description Absent when the case is over */
            turn?: {
                responsible: components["schemas"]["Party"];
                responsibleName: string;
                duty: string;
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                due?: string;
                /**
                 * Format: date-time
                 * @description An instant, UTC
                 */
                dueAt?: string;
                workingDaysLeft?: number;
                ifMissed?: string;
                /** @description Why there is no date */
                noDeadline?: string;
                readonly law: string[];
            };
            deadlines: components["schemas"]["Deadline"][];
            /** @description What this reader may send now */
            events: {
                type: string;
                title: string;
                readonly by: components["schemas"]["Party"][];
                when?: string;
                interruption?: string;
                /** @description JSON Schema of the data */
                data: {
                    [key: string]: unknown;
                };
            }[];
            /** @description What usually follows */
            ahead?: {
                titles: string[];
                responsible?: components["schemas"]["Party"];
                responsibleName?: string;
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                due?: string;
            }[];
            links: {
                ref: string;
                route: components["schemas"]["RouteId"];
                title: string;
                stage: string;
                /** @enum {string} */
                direction: "opened" | "opened-by";
            }[];
            outcome?: {
                title: string;
                meaning: string;
            };
            facts: {
                [key: string]: unknown;
            };
            mayCorrect: boolean;
            parties: {
                [key: string]: {
                    id: string;
                    name: string;
                };
            };
            parts: components["schemas"]["Party"][];
            /** @enum {string} */
            scope: "full" | "representative" | "read";
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            openedAt: string;
        };
        /** @description Id of a route; GET /routes lists them */
        RouteId: string;
        /** @enum {string} */
        Party: "parent or young person" | "council SEND casework" | "council complaints team" | "council children's social care" | "council adult social care" | "council transport team" | "director of children's services" | "council chief executive" | "safeguarding front door" | "ICB (responsible commissioner)" | "ICB complaints team" | "designated clinical officer" | "ICB executive lead" | "ICB chief executive" | "NHS provider" | "mediation adviser" | "mediator" | "mediation provider" | "SEND Tribunal" | "Upper Tribunal" | "HMCTS" | "LGSCO" | "OIA" | "PHSO" | "school governing board" | "academy trust" | "independent school proprietor" | "nursery provider" | "college" | "university" | "independent panel" | "Department for Education" | "Information Commissioner" | "data controller";
        Deadline: {
            id: string;
            rule: string;
            title: string;
            point?: string;
            pointTitle?: string;
            owedBy: components["schemas"]["Party"];
            owedByName: string;
            /** @enum {string} */
            status: "open" | "met" | "met-late" | "missed" | "superseded";
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            due: string;
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            dueAt: string;
            /** @enum {string} */
            kind: "statutory" | "guidance" | "policy" | "service-standard";
            basis: string;
            familyRight: boolean;
            ifMissed: string;
            /** @description Negative when it has passed */
            workingDaysLeft: number;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            metOn?: string;
            working: components["schemas"]["ExplainedDeadline"];
        };
        ExplainedDeadline: {
            rule: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            version: string;
            /**
             * Format: date
             * @description The last legal day on which the act is in time
             */
            due: string;
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Nobody is called late before the last reading of the law has passed
             */
            lateAfter: string;
            /** @enum {string} */
            kind: "statutory" | "guidance" | "policy" | "service-standard";
            /** @description The citation */
            basis: string;
            /**
             * @description Where the period was read
             * @enum {string}
             */
            confidence: "seen" | "secondary" | "unconfirmed";
            /**
             * Format: date
             * @description Before rolling over a closed day
             */
            raw: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            actBy?: string;
            ownPeriod?: number;
            skipped: {
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                date: string;
                why: string;
            }[];
            readings?: {
                id: string;
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                due: string;
                reason: string;
            }[];
            /** @description The working, first step first */
            trace: string[];
            warnings?: string[];
        };
        OpenCase: {
            /** @description Id of the route, e.g. `tribunal.sen-appeal` */
            route: string;
            /** @description What the route asks for; see GET /routes */
            facts: {
                [key: string]: unknown;
            };
            /** @description Organisation id for each body, e.g. `{"council": "…"}` */
            parties?: {
                [key: string]: string;
            };
            /** @description The part the opener takes; a family leaves it out */
            as?: string;
        };
        SendEvent: {
            type: string;
            /** @default {} */
            data?: {
                [key: string]: unknown;
            };
            /** @description The day it happened, YYYY-MM-DD; today where left out */
            occurredOn?: string;
        };
        Approvals: {
            approvals: components["schemas"]["Approval"][];
        };
        Approval: {
            id: string;
            /** @description The event */
            act: string;
            title: string;
            /** @enum {string} */
            status: "waiting" | "approved" | "returned" | "withdrawn";
            writer: string;
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            askedAt: string;
            /** @description Whether the holder of the token wrote it */
            mine: boolean;
            mayApprove: boolean;
            /** @description What would be sent */
            data?: {
                [key: string]: unknown;
            };
            /** @description Why it was given back */
            reason?: string;
            decidedBy?: string;
        };
        AskApproval: {
            /** @description The event that would be sent */
            type: string;
            /** @default {} */
            data?: {
                [key: string]: unknown;
            };
        };
        GiveBack: {
            /** @description What must be changed */
            reason: string;
        };
        CorrectFacts: {
            /** @description The facts to put right; the others stay */
            facts: {
                [key: string]: unknown;
            };
            /** @description Why, in your words */
            reason: string;
        };
        TimelineEntry: {
            seq: number;
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            at: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            occurredOn: string;
            type: string;
            title: string;
            /** @description The part in which it was done; `Recourse` for what the service did by itself */
            party: string;
            by: string;
            data: {
                [key: string]: unknown;
            };
            /** @description What it did to the dates of the case */
            dates: {
                rule: string;
                point?: string;
                /** @enum {string} */
                status: "open" | "met" | "met-late" | "missed" | "superseded";
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                due: string;
            }[];
            stage: string;
            hash: string;
        };
        Document: {
            name: string;
            title: string;
            type: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            dated?: string;
            from?: string;
            href: string;
        };
        BundleWish: {
            /** @description In their order: reference of a case, a slash, and the name of a PDF of it or the id of a document that was added */
            documents: string[];
            /**
             * @description Words that must not be in it
             * @default []
             */
            removed?: string[];
            /**
             * @description Pages of added documents to take out whole, counted from 1
             * @default {}
             */
            removedPages?: {
                [key: string]: number[];
            };
            /**
             * @description Pages that no machine can read were looked at: nothing in them must be taken out
             * @default false
             */
            looked?: boolean;
        };
        ShareUpload: {
            /** @description Bodies that may see it, beside your own, e.g. `council` */
            bodies: string[];
        };
        Worklist: {
            items: components["schemas"]["WorklistItem"][];
            /** @description Send it as `cursor` for the next page */
            next?: string;
        };
        WorklistItem: {
            ref: string;
            route: components["schemas"]["RouteId"];
            routeTitle: string;
            stage: string;
            responsible: components["schemas"]["Party"];
            responsibleName: string;
            council?: string;
            readonly law: string[];
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            due?: string;
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            dueAt?: string;
            workingDaysLeft?: number;
            /** @description Late under every reading of the date */
            overdue: boolean;
            /** @description `due` has passed, and under another reading of the law it is in time */
            inDoubt?: boolean;
            yours?: boolean;
        };
        Webhooks: {
            webhooks: {
                id: string;
                organisationId: string;
                url: string;
                /**
                 * Format: date-time
                 * @description An instant, UTC
                 */
                createdAt: string;
                /** @description Events that are still to be sent */
                waiting: number;
                /** @description Events that nobody took; a person must look */
                dead: number;
                /** @description What the receiver answered last */
                lastResult: string | null;
            }[];
        };
        NewWebhook: {
            id: string;
            url?: string;
            /** @description whsec_ and 32 bytes in base64; never shown again */
            secret: string;
        };
        AddWebhook: {
            /** @description Where to send; public and https */
            url: string;
            /** @description Whose; left out where you act for one alone */
            organisation?: string;
        };
        /** @description Says that a case has changed and nothing about it: ask GET /cases/{ref} */
        CaseChanged: {
            /** @constant */
            type: "case.changed";
            /**
             * Format: date-time
             * @description An instant, UTC
             */
            timestamp: string;
            data: {
                ref: string;
                version: number;
                /** @description Id of the stage */
                stage: string;
            };
        };
        NotifyReceipt: {
            /** @description Notify's own, the same for every receipt of a message */
            id: string;
            /** @description Ours */
            reference?: string | null;
            status: string;
        } & {
            [key: string]: unknown;
        };
        Bounce: {
            /** @enum {string} */
            bounce: "recorded" | "ignored";
        };
        Triage: {
            routes: components["schemas"]["RouteId"][];
            responsible: components["schemas"]["Party"];
            alsoResponsible: components["schemas"]["Party"][];
            next: string;
            why: string;
            deadlines: {
                rule: string;
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                version: string;
                /**
                 * Format: date
                 * @description The last legal day on which the act is in time
                 */
                due: string;
                /**
                 * Format: date-time
                 * @description An instant, UTC
                 */
                dueAt: string;
                /**
                 * Format: date-time
                 * @description Nobody is called late before the last reading of the law has passed
                 */
                lateAfter: string;
                /** @enum {string} */
                kind: "statutory" | "guidance" | "policy" | "service-standard";
                /** @description The citation */
                basis: string;
                /**
                 * @description Where the period was read
                 * @enum {string}
                 */
                confidence: "seen" | "secondary" | "unconfirmed";
                /**
                 * Format: date
                 * @description Before rolling over a closed day
                 */
                raw: string;
                /**
                 * Format: date
                 * @description A legal day, YYYY-MM-DD
                 */
                actBy?: string;
                ownPeriod?: number;
                skipped: {
                    /**
                     * Format: date
                     * @description A legal day, YYYY-MM-DD
                     */
                    date: string;
                    why: string;
                }[];
                readings?: {
                    id: string;
                    /**
                     * Format: date
                     * @description A legal day, YYYY-MM-DD
                     */
                    due: string;
                    reason: string;
                }[];
                /** @description The working, first step first */
                trace: string[];
                warnings?: string[];
                what: string;
                owedBy: components["schemas"]["Party"];
            }[];
            basis: string;
            warnings: string[];
            notRoutes: {
                [key: string]: string;
            };
        };
        DeadlineRequest: {
            rule: string;
            inputs: {
                [key: string]: unknown;
            };
        };
        BoardReport: {
            organisation: {
                id: string;
                name: string;
                /** @enum {string} */
                body: "council" | "icb";
            };
            /** @description e.g. 2026Q3 */
            quarter: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            from: string;
            /**
             * Format: date
             * @description A legal day, YYYY-MM-DD
             */
            to: string;
            /**
             * Format: date
             * @description What was recorded later is not counted
             */
            cutOff: string;
            /**
             * Format: date-time
             * @description When it was frozen; the numbers have not changed since
             */
            builtAt: string;
            content: components["schemas"]["BoardNumbers"];
            /** @description The quarter before, where there is one */
            before?: components["schemas"]["BoardNumbers"];
            patterns: {
                body: string;
                /** @description Rule id */
                duty: string;
                due: number;
                late: number;
                elsewhere: {
                    due: number;
                    late: number;
                };
                quartersLate: number;
                /** @description How likely by chance alone */
                chance: number;
                share: {
                    low: number;
                    high: number;
                };
            }[];
            /** @description The executive's own words */
            narrative?: {
                text: string;
                /**
                 * Format: date-time
                 * @description An instant, UTC
                 */
                writtenAt: string;
                number: number;
            };
        };
        /** @description True counts of families and dates: for the board, not for publication */
        BoardNumbers: {
            escalations: {
                received: number;
                decided: number;
                decidedInTime: number;
                waiting: number;
            };
            promises: {
                due: number;
                onTime: number;
                doneLate: number;
                /** @description Not done by the day the figures were frozen */
                notDone: number;
            };
            duties: {
                due: number;
                onTime: number;
                doneLate: number;
                /** @description Not done by the day the figures were frozen */
                notDone: number;
            };
            causes: {
                rule: string;
                due: number;
                late: number;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    openCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the same answer, once done */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCase"];
            };
        };
        responses: {
            /** @description The case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the case as last seen */
                "If-Match": string;
                /** @description The same key and body give the same answer, once done */
                "Idempotency-Key"?: string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendEvent"];
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendEvent"];
            };
        };
        responses: {
            /** @description What would follow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits, and what was given back to you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approvals"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskApproval"];
            };
        };
        responses: {
            /** @description What waits now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the case as last seen */
                "If-Match": string;
            };
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveBack"];
            };
        };
        responses: {
            /** @description Given back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description ETag of the case as last seen */
                "If-Match": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectFacts"];
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, first first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntry"][];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deadline"][];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Name, title, type and address; for formal papers also their day and whose they are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"][];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as its type says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BundleWish"];
            };
        };
        responses: {
            /** @description The bundle, application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUploads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents, first first, and the bodies they may be shown to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Bodies that may see it, beside your own, e.g. `council` */
                    sees?: string[];
                    /**
                     * Format: binary
                     * @description PDF, JPEG, PNG, DOCX or plain text of at most 20 MB
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The document; `waiting` while it cannot be checked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shareUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareUpload"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Head and entries, and how they are included in a published root */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransparency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `days` of `day`, `root`, `previous`, `head` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                responsible?: string;
                dueBefore?: string;
                route?: string;
                show?: string;
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Worklist"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhook"];
            };
        };
        responses: {
            /** @description Its id and its secret, which is never shown again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its id and its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeNotifyReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotifyReceipt"];
            };
        };
        responses: {
            /** @description Taken; the same again has no further effect */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The same id has told something else before: nothing was changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBounce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": string;
            };
        };
        responses: {
            /** @description recorded or ignored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bounce"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                /** @description e.g. 2026Q3; the latest where left out */
                quarter?: string;
                /** @description An area from `areas`, beside England; `all` for every area */
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures as they were frozen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    triage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Age of the child or young person in years */
                    age?: number;
                    /** @description Kind of school, nursery or college, e.g. `maintained mainstream`, `academy`, `FE college` */
                    setting?: string;
                    /** @description Whether there is an EHC plan */
                    plan?: boolean;
                    /** @description Whether the child is in care */
                    looked_after?: boolean;
                    /** @description A decision the council has made, e.g. `refuse-to-assess` */
                    decision?: string;
                    /** @description What went wrong, where it is not a decision, e.g. `provision-not-delivered` */
                    issue?: string;
                    /** @description The section of the plan it is about */
                    section?: string;
                    sections?: string[];
                    bodies?: string[];
                    /** @description How far a complaint has come, e.g. `written-answered` */
                    stage?: string;
                    /** @description The day the decision letter was sent */
                    noticeSent?: string;
                    /** @description The day the mediation certificate was issued */
                    certificateIssued?: string;
                    /** @description The day the council received the request for an assessment */
                    requested?: string;
                    /** @description The day of the annual review meeting */
                    reviewMeeting?: string;
                    /** @description The day the Tribunal made its order */
                    ordered?: string;
                    /** @description The day of the mediation agreement */
                    agreed?: string;
                    /** @description The day the recommendation or decision was sent */
                    sent?: string;
                    /** @description The day the body received the request or complaint */
                    received?: string;
                    /** @description The day stage 2 was asked for */
                    escalated?: string;
                    /** @description The day it happened */
                    happened?: string;
                    /** @description The day since which it has been going on */
                    since?: string;
                    /** @description The day you first knew of it */
                    aware?: string;
                };
            };
        };
        responses: {
            /** @description Routes in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Triage"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineRequest"];
            };
        };
        responses: {
            /** @description The date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedDeadline"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoardReport: {
        parameters: {
            query?: {
                /** @description e.g. 2026Q3; the latest where left out. GET /dashboard lists them */
                quarter?: string;
                /** @description Whose; left out where you answer for one alone */
                organisation?: string;
                /** @description An instant, UTC: as the report read then. The numbers never change; the words can */
                asAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardReport"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoardReportTable: {
        parameters: {
            query?: {
                /** @description e.g. 2026Q3; the latest where left out. GET /dashboard lists them */
                quarter?: string;
                /** @description Whose; left out where you answer for one alone */
                organisation?: string;
                /** @description An instant, UTC: as the report read then. The numbers never change; the words can */
                asAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoutes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Routes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
