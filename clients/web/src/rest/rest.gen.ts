
export interface paths {
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In
         * @description Begin a session.
         */
        post: operations["log_in_api_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out
         * @description End this session.
         */
        post: operations["log_out_api_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who Am I
         * @description Who is logged in.
         */
        get: operations["who_am_i_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seats/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Seat
         * @description Take a seat by its code, which is good once.
         */
        post: operations["claim_seat_api_seats_claim_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description All accounts, by name.
         */
        get: operations["list_accounts_api_accounts_get"];
        put?: never;
        /**
         * Add Account
         * @description Make an account.
         */
        post: operations["add_account_api_accounts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Account
         * @description Change role or password of an account, disable it or let it in again.
         */
        patch: operations["change_account_api_accounts__account_id__patch"];
        trace?: never;
    };
    "/api/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Scenarios
         * @description The catalogue.
         */
        get: operations["list_scenarios_api_scenarios_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Scenario
         * @description One scenario, nothing hidden.
         */
        get: operations["get_scenario_api_scenarios__scenario__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/seat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Seat
         * @description What the holder of a seat is told before the start.
         */
        get: operations["get_seat_api_seat_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drills
         * @description The newest drills first; an examiner sees those on whose panel he sits, and those that have none.
         */
        get: operations["list_drills_api_drills_get"];
        put?: never;
        /**
         * Open Drill
         * @description Open a drill: what is hidden is drawn now, and the commitment to it is made.
         */
        post: operations["open_drill_api_drills_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Drill
         * @description One drill and its seats.
         */
        get: operations["get_drill_api_drills__drill__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/directions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Direct
         * @description Do something to a drill; it is on disk when this is answered.
         */
        post: operations["direct_api_drills__drill__directions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/safety-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Safety Stop
         * @description This is real: stop the drill at once. Open to every account.
         */
        post: operations["safety_stop_api_drills__drill__safety_stop_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Branch
         * @description Leave a training drill at a tick: a new drill on its own timeline, frozen there; the parent stays as it is.
         */
        post: operations["branch_api_drills__drill__branches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/seats/{seat}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seat Code
         * @description A new code for a seat; an earlier one is void.
         */
        post: operations["seat_code_api_drills__drill__seats__seat__code_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Record
         * @description The sealed record. It holds what was hidden: of an exam it is given out once the panel is final.
         */
        get: operations["get_record_api_drills__drill__record_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/radar.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Radar
         * @description The radar of the panel's marks, once they are final.
         */
        get: operations["get_radar_api_drills__drill__radar_svg_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Panel
         * @description How the panel stands; before the last lock, only how many sheets are locked.
         */
        get: operations["get_panel_api_drills__drill__panel_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Sheet
         * @description One's own sheet.
         */
        get: operations["get_sheet_api_drills__drill__sheet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/saves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Save
         * @description Save changes of one's own sheet. A repeat of a save_id gives the same answer.
         */
        post: operations["post_save_api_drills__drill__sheet_saves_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Lock
         * @description Lock one's own sheet. A repeat of a save_id gives the same answer.
         */
        post: operations["post_lock_api_drills__drill__sheet_lock_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/panel/adjudication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Adjudication
         * @description Confirm the sheets, or replace one of them, with a reason. A repeat of a save_id gives the same answer.
         */
        post: operations["post_adjudication_api_drills__drill__panel_adjudication_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/sheet/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Versions
         * @description All versions of one's own sheet; of all sheets for the chief after the last lock, and the auditor at the end.
         */
        get: operations["get_versions_api_drills__drill__sheet_versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of Drill
         * @description The current result of a drill, with its signature. Before the panel is final there is none, for anybody.
         */
        get: operations["of_drill_api_drills__drill__result_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/results/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check
         * @description Whether a result with this fingerprint exists and is current: no name, no score.
         */
        get: operations["check_api_results__fingerprint__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outbox
         * @description The deliveries of results, the newest 500 (of one state, if asked).
         */
        get: operations["outbox_api_outbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{key}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Make a delivery due now, also one that was refused for good; its key stays the same.
         */
        post: operations["retry_api_outbox__key__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 健康 / Health
         * @description Whether all is well: `{"status": "ok" | "degraded", "version", "failing": [ids of checks]}`, always 200.
         */
        get: operations["health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 健康页 / Health page
         * @description The same for people, in Chinese and English, for a tablet.
         */
        get: operations["page_health_page_get"];
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
        /**
         * AccountChange
         * @description What is to change; the rest stays. A new password, and disabled = true, end the sessions of the account.
         */
        AccountChange: {
            role?: components["schemas"]["Role"] | null;
            /** Disabled */
            disabled?: boolean | null;
            /** Password */
            password?: string | null;
        };
        /**
         * AccountOut
         * @description An account as it is shown. role_zh, role_en: the role in words. created_at: ISO 8601.
         */
        AccountOut: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role Zh */
            role_zh: string;
            /** Role En */
            role_en: string;
            /** Disabled */
            disabled: boolean;
            /** Created At */
            created_at: string;
        };
        /**
         * Both
         * @description What a person reads, in both languages.
         */
        Both: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * BranchIn
         * @description Where a training drill is left for another course.
         */
        BranchIn: {
            /** Tick */
            tick: number;
        };
        /**
         * BriefingOut
         * @description A scenario as every seat may know it. site: the plant, as of `sim_core.site.Site`.
         */
        BriefingOut: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            name: components["schemas"]["Both"];
            /** Family */
            family: string;
            /** Mandatory */
            mandatory: boolean;
            /** Duration S */
            duration_s: number;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Site */
            site: {
                [key: string]: unknown;
            };
        };
        /**
         * Changes
         * @description What changes; what is not named stays. A null takes back an own mark, or the rating.
         */
        Changes: {
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Vetoes
             * @default {}
             */
            vetoes: {
                [key: string]: boolean;
            };
        };
        /**
         * ClaimedSeat
         * @description A seat that was taken. token: for Hello of the first connection.
         */
        ClaimedSeat: {
            /** Drill */
            drill: string;
            /** Seat */
            seat: string;
            /** Token */
            token: string;
        };
        /**
         * CodeOut
         * @description A seat's code, good once. url: what the QR code holds; qr: the picture, as SVG.
         */
        CodeOut: {
            /** Seat */
            seat: string;
            /** Code */
            code: string;
            /** Url */
            url: string;
            /** Qr */
            qr: string;
        };
        /**
         * DecisionAnswer
         * @description What the chief decided. examiner: whose sheet was replaced, "" = none.
         */
        DecisionAnswer: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
            /** Examiner */
            examiner: string;
            /** Chief */
            chief: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * DecisionBody
         * @description The chief's decision. examiner, changes: of a replacement only.
         */
        DecisionBody: {
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
            /**
             * Examiner
             * @default
             */
            examiner: string;
            /**
             * @default {
             *       "marks": {},
             *       "vetoes": {}
             *     }
             */
            changes: components["schemas"]["Changes"];
        };
        /**
         * DeliveryBody
         * @description How one delivery stands. next_at: of the next try. last_status: HTTP, 0 = no answer. Times: ISO 8601.
         */
        DeliveryBody: {
            /** Key */
            key: string;
            /** Destination */
            destination: string;
            /** Fingerprint */
            fingerprint: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "sending" | "delivered" | "uncertain" | "dead";
            /** Attempts */
            attempts: number;
            /** Next At */
            next_at: string;
            /** Last Status */
            last_status: number;
            /** Last Error */
            last_error: string;
            /** Receipt */
            receipt: string;
            /** Created At */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
        };
        /**
         * Direction
         * @description What staff do: start, freeze, resume, speed, inject, takeover, annul, safety_stop, brief.
         */
        Direction: {
            /** Kind */
            kind: string;
            /**
             * Target
             * @default
             */
            target: string;
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Value
             * @default 0
             */
            value: number;
            /**
             * Words
             * @default []
             */
            words: [
                string,
                string
            ][];
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * DiscrepancyAnswer
         * @description Why the chief examiner must look.
         */
        DiscrepancyAnswer: {
            /** Code */
            code: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * DrillOut
         * @description A drill. phase: lobby, briefing, running, frozen, ended, sealed. tick, digest: the newest that are on disk; the
         *     digest is that of `digest_tick`. Times: ISO 8601.
         */
        DrillOut: {
            /** Id */
            id: string;
            /** Scenario */
            scenario: string;
            /** Mode */
            mode: string;
            /** Phase */
            phase: string;
            /** Outcome */
            outcome: string;
            /** Parent */
            parent: string | null;
            /** Parent Tick */
            parent_tick: number | null;
            /** Commitment */
            commitment: string;
            /** Candidate */
            candidate: string;
            /** Created At */
            created_at: string;
            /** Ticks */
            ticks: number;
            /** Speed */
            speed?: number | null;
            /** Digest */
            digest: string;
            /** Digest Tick */
            digest_tick: number;
            /** Record Sha256 */
            record_sha256: string;
            /**
             * Seats
             * @default []
             */
            seats: components["schemas"]["SeatOut"][];
        };
        /**
         * ExaminerIn
         * @description A member of the panel. external: from outside the base. declared: has declared no conflict of interest.
         */
        ExaminerIn: {
            /** Account */
            account: string;
            /**
             * External
             * @default false
             */
            external: boolean;
            /**
             * Declared
             * @default false
             */
            declared: boolean;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HistoryAnswer
         * @description All versions of a sheet. fault: the first version that breaks the hash chain, null = it holds.
         */
        HistoryAnswer: {
            /** Examiner */
            examiner: string;
            sheet: components["schemas"]["SheetAnswer"];
            /** Versions */
            versions: components["schemas"]["VersionAnswer"][];
            /** Fault */
            fault: number | null;
        };
        /**
         * LineAnswer
         * @description One line. open: it may be marked now. points: the machine's, null = for the examiner, or not known yet.
         */
        LineAnswer: {
            /** Item */
            item: string;
            name: components["schemas"]["Words"];
            /** Section */
            section: string;
            /** Human */
            human: boolean;
            /** Critical */
            critical: boolean;
            standard: components["schemas"]["Words"];
            /** Open */
            open: boolean;
            /** Max Points */
            max_points: string;
            /** Points */
            points: string | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string;
            reason: components["schemas"]["Words"];
            /** Tick */
            tick: number | null;
            /** Seconds */
            seconds: string | null;
            /** Too Fast */
            too_fast: boolean;
        };
        /**
         * LockBody
         * @description A lock. base_version: the version that is locked; it must be the last.
         */
        LockBody: {
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
            /** Base Version */
            base_version: number;
        };
        /**
         * LoggedIn
         * @description token: goes into `Authorization: Bearer`, and into Hello of a socket.
         */
        LoggedIn: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role Zh */
            role_zh: string;
            /** Role En */
            role_en: string;
            /** Token */
            token: string;
        };
        /**
         * Login
         * @description Who, and by which password.
         */
        Login: {
            /** Name */
            name: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * MarkAnswer
         * @description A mark that was given.
         */
        MarkAnswer: {
            /** Points */
            points: string;
            /** Time Points */
            time_points: string;
            /** Reason */
            reason: string;
        };
        /**
         * MarkBody
         * @description A mark on one item. reason: of an override: one of the sheet's reasons, or free text.
         */
        MarkBody: {
            /**
             * Points
             * @example 12.50
             */
            points: string;
            /**
             * Time Points
             * @example 12.50
             */
            time_points: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Me
         * @description Who is logged in. role_zh, role_en: the role in words.
         */
        Me: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role Zh */
            role_zh: string;
            /** Role En */
            role_en: string;
        };
        /**
         * MissingAnswer
         * @description What keeps the sheet from being locked.
         */
        MissingAnswer: {
            /** Field */
            field: string;
            /**
             * What
             * @enum {string}
             */
            what: "mark" | "reason" | "rating";
        };
        /**
         * NewAccount
         * @description What makes an account.
         */
        NewAccount: {
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * NewDrill
         * @description A drill to be opened. people: seats that people (or bots) hold; colleagues take the others. candidate: the
         *     pseudonymous number. examiners: of an exam, as many as the panel has. Nothing here chooses what is drawn.
         */
        NewDrill: {
            /** Scenario */
            scenario: string;
            /**
             * Mode
             * @default training
             * @enum {string}
             */
            mode: "training" | "exam";
            /**
             * People
             * @default {
             *       "IC": "person"
             *     }
             */
            people: {
                [key: string]: "person" | "bot";
            };
            /**
             * Candidate
             * @default
             */
            candidate: string;
            /**
             * Examiners
             * @default []
             */
            examiners: components["schemas"]["ExaminerIn"][];
        };
        /**
         * OpenedOut
         * @description A drill that was opened, and the codes of its seats, told this once.
         */
        OpenedOut: {
            drill: components["schemas"]["DrillOut"];
            /** Codes */
            codes: {
                [key: string]: string;
            };
        };
        /**
         * OutboxBody
         * @description Deliveries, the newest first. counts: all there are, by state.
         */
        OutboxBody: {
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Deliveries */
            deliveries: components["schemas"]["DeliveryBody"][];
        };
        /**
         * OutcomeAnswer
         * @description What the sheets come to. provisional: the chief has yet to decide.
         */
        OutcomeAnswer: {
            /** Provisional */
            provisional: boolean;
            /** Sheets */
            sheets: components["schemas"]["TotalAnswer"][];
            /** Mean */
            mean: string;
            /** Score */
            score: string;
            /** Passed */
            passed: boolean;
            /** Vetoes */
            vetoes: string[];
            /** External */
            external: boolean;
            /** Discrepancies */
            discrepancies: components["schemas"]["DiscrepancyAnswer"][];
            decision: components["schemas"]["DecisionAnswer"] | null;
        };
        /**
         * OwnAnswer
         * @description One's own sheet. version: 0 = nothing saved. sealed: machine's marks are in, the sheet may be locked.
         *     total: points so far, before any veto. missing: null = not sealed yet. reasons: ready-made reasons of overrides.
         */
        OwnAnswer: {
            /** Drill */
            drill: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Version */
            version: number;
            /** Sealed */
            sealed: boolean;
            /** Total */
            total: string;
            sheet: components["schemas"]["SheetAnswer"];
            /** Lines */
            lines: components["schemas"]["LineAnswer"][];
            /** Vetoes */
            vetoes: components["schemas"]["VetoAnswer"][];
            /** Missing */
            missing: components["schemas"]["MissingAnswer"][] | null;
            /** Reasons */
            reasons: {
                [key: string]: components["schemas"]["Words"];
            };
        };
        /**
         * PanelAnswer
         * @description A panel. Before the last lock, how many are locked is all that is told of it.
         */
        PanelAnswer: {
            /** Drill */
            drill: string;
            /**
             * State
             * @enum {string}
             */
            state: "collecting" | "adjudicating" | "final";
            /** Locked */
            locked: number;
            /** Of */
            of: number;
            outcome: components["schemas"]["OutcomeAnswer"] | null;
        };
        /**
         * ResultFile
         * @description A result and its proof, as in a result.json.
         */
        ResultFile: {
            /** Result */
            result: {
                [key: string]: unknown;
            };
            /** Jws */
            jws: string;
            /** Fingerprint */
            fingerprint: string;
        };
        /**
         * Role
         * @description What an account is for.
         * @enum {string}
         */
        Role: "admin" | "director" | "examiner" | "chief" | "medic" | "auditor";
        /**
         * RoleOut
         * @description A seat of a scenario, and what its holder is told first.
         */
        RoleOut: {
            /** Seat */
            seat: string;
            name: components["schemas"]["Both"];
            brief: components["schemas"]["Both"];
        };
        /**
         * SaveBody
         * @description A save. save_id: made by the client, the same on every repeat. base_version: the version it was looking at.
         */
        SaveBody: {
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Vetoes
             * @default {}
             */
            vetoes: {
                [key: string]: boolean;
            };
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
            /** Base Version */
            base_version: number;
            /**
             * Notes
             * @default
             */
            notes: string;
        };
        /**
         * SavedAnswer
         * @description The version that a save or a lock has made; the same to every repeat of it.
         */
        SavedAnswer: {
            /** Drill */
            drill: string;
            /** Version */
            version: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /** Hash */
            hash: string;
            sheet: components["schemas"]["SheetAnswer"];
        };
        /**
         * ScenarioOut
         * @description A scenario in short.
         */
        ScenarioOut: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            name: components["schemas"]["Both"];
            /** Family */
            family: string;
            /** Mandatory */
            mandatory: boolean;
            /** Duration S */
            duration_s: number;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
        };
        /**
         * SeatBriefing
         * @description A scenario to who holds a seat of it.
         */
        SeatBriefing: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            name: components["schemas"]["Both"];
            /** Family */
            family: string;
            /** Mandatory */
            mandatory: boolean;
            /** Duration S */
            duration_s: number;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Site */
            site: {
                [key: string]: unknown;
            };
            /** Drill */
            drill: string;
            /** Seat */
            seat: string;
        };
        /**
         * SeatCode
         * @description code: as typed; case, hyphen and look-alike letters do not matter.
         */
        SeatCode: {
            /** Code */
            code: string;
        };
        /**
         * SeatOut
         * @description A seat of a drill. holder: person, bot or colleague.
         */
        SeatOut: {
            /** Seat */
            seat: string;
            /** Holder */
            holder: string;
            /** Candidate */
            candidate: string;
            /** Claimed */
            claimed: boolean;
            /** Connected */
            connected: boolean;
        };
        /**
         * SheetAnswer
         * @description What an examiner has put down.
         */
        SheetAnswer: {
            /** Marks */
            marks: {
                [key: string]: components["schemas"]["MarkAnswer"];
            };
            /** Global Rating */
            global_rating: number | null;
            /** Vetoes */
            vetoes: string[];
            /** Notes */
            notes: string;
        };
        /**
         * Standing
         * @description What anyone may know who holds a fingerprint. current: no later version replaces it.
         */
        Standing: {
            /** Exists */
            exists: boolean;
            /** Current */
            current: boolean;
        };
        /**
         * TotalAnswer
         * @description What one examiner's sheet adds up to, before any veto.
         */
        TotalAnswer: {
            /** Examiner */
            examiner: string;
            /** Total */
            total: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
            /** Input */
            input?: unknown;
            /** Context */
            ctx?: Record<string, never>;
        };
        /**
         * VersionAnswer
         * @description One version. kind: what made it: save, lock, replace. changes: what it changed, as it was sent.
         */
        VersionAnswer: {
            /** Version */
            version: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Kind */
            kind: string;
            /** Base Version */
            base_version: number;
            /** Actor */
            actor: string;
            /** Reason */
            reason: string;
            /** Changes */
            changes: {
                [key: string]: unknown;
            };
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /** Previous Hash */
            previous_hash: string;
            /** Hash */
            hash: string;
        };
        /**
         * VersionsAnswer
         * @description The sheets whose versions the asker may see.
         */
        VersionsAnswer: {
            /** Drill */
            drill: string;
            /** Sheets */
            sheets: components["schemas"]["HistoryAnswer"][];
        };
        /**
         * VetoAnswer
         * @description A veto an examiner may draw. drawn: by the machine, with its reason; null = not, or not known yet.
         */
        VetoAnswer: {
            /** Id */
            id: string;
            name: components["schemas"]["Words"];
            /** Life */
            life: boolean;
            standard: components["schemas"]["Words"];
            drawn: components["schemas"]["Words"] | null;
            /** Tick */
            tick: number | null;
        };
        /**
         * Words
         * @description What a person reads.
         */
        Words: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
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
    log_in_api_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    log_out_api_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    who_am_i_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    claim_seat_api_seats_claim_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedSeat"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    list_accounts_api_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    add_account_api_accounts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    change_account_api_accounts__account_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    list_scenarios_api_scenarios_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_scenario_api_scenarios__scenario__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefingOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_seat_api_seat_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatBriefing"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    list_drills_api_drills_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrillOut"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    open_drill_api_drills_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDrill"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_drill_api_drills__drill__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrillOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    direct_api_drills__drill__directions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Direction"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    safety_stop_api_drills__drill__safety_stop_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    branch_api_drills__drill__branches_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    seat_code_api_drills__drill__seats__seat__code_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_record_api_drills__drill__record_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_radar_api_drills__drill__radar_svg_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_panel_api_drills__drill__panel_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_sheet_api_drills__drill__sheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    post_save_api_drills__drill__sheet_saves_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    post_lock_api_drills__drill__sheet_lock_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    post_adjudication_api_drills__drill__panel_adjudication_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    get_versions_api_drills__drill__sheet_versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
            /** @description out of order */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Type */
                        type: string;
                        /** Title */
                        title: string;
                        /** Status */
                        status: number;
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** Zh */
                        zh: string;
                        /** En */
                        en: string;
                    };
                };
            };
        };
    };
    of_drill_api_drills__drill__result_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultFile"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_api_results__fingerprint__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    outbox_api_outbox_get: {
        parameters: {
            query?: {
                state?: ("pending" | "sending" | "delivered" | "uncertain" | "dead") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_api_outbox__key__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    page_health_page_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
}
