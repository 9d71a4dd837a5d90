// Generated from the server's OpenAPI by `python -m server.api.typescript`; do not edit.

export interface paths {
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
    "/api/drills/{drill}/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bookmarks
         * @description One's own bookmarks; those of others once the panel is final, or if there is none.
         */
        get: operations["list_bookmarks_api_drills__drill__bookmarks_get"];
        put?: never;
        /**
         * Make Bookmark
         * @description Mark a moment. A repeat of an id gives the same answer.
         */
        post: operations["make_bookmark_api_drills__drill__bookmarks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{drill}/bookmarks/{bookmark}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Bookmark
         * @description Take one's own bookmark back. What is not there is not there.
         */
        delete: operations["remove_bookmark_api_drills__drill__bookmarks__bookmark__delete"];
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
    "/api/drills/{drill}/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Watching
         * @description Steps, response times and vetoes as the log has them so far; an examiner asks for drills of his own panel.
         */
        get: operations["get_watching_api_drills__drill__watching_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
            /** Disabled */
            disabled?: boolean | null;
            /** Password */
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * AccountOut
         * @description An account as it is shown. role_zh, role_en: the role in words. created_at: ISO 8601.
         */
        AccountOut: {
            /** Created At */
            created_at: string;
            /** Disabled */
            disabled: boolean;
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
        };
        /**
         * BookmarkAnswer
         * @description A bookmark. own: of who asks. made_at: by the clock of the server.
         */
        BookmarkAnswer: {
            /** Account */
            account: string;
            /** Id */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Note */
            note: string;
            /** Own */
            own: boolean;
            /** Tick */
            tick: number;
        };
        /**
         * Both
         * @description What a person reads, in both languages.
         */
        Both: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
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
            /** Code */
            code: string;
            /** Duration S */
            duration_s: number;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Site */
            site: {
                [key: string]: unknown;
            };
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
        };
        /**
         * Changes
         * @description What changes; what is not named stays. A null takes back an own mark, or the rating.
         */
        Changes: {
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
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
            /** Code */
            code: string;
            /** Qr */
            qr: string;
            /** Seat */
            seat: string;
            /** Url */
            url: string;
        };
        /**
         * DecisionAnswer
         * @description What the chief decided. examiner: whose sheet was replaced, "" = none.
         */
        DecisionAnswer: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Chief */
            chief: string;
            /** Examiner */
            examiner: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
        };
        /**
         * DecisionBody
         * @description The chief's decision. examiner, changes: of a replacement only.
         */
        DecisionBody: {
            /**
             * @default {
             *       "marks": {},
             *       "vetoes": {}
             *     }
             */
            changes: components["schemas"]["Changes"];
            /**
             * Examiner
             * @default
             */
            examiner: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "confirm" | "replace";
            /** Reason */
            reason: string;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
        };
        /**
         * DeliveryBody
         * @description How one delivery stands. next_at: of the next try. last_status: HTTP, 0 = no answer. Times: ISO 8601.
         */
        DeliveryBody: {
            /** Attempts */
            attempts: number;
            /** Created At */
            created_at: string;
            /** Delivered At */
            delivered_at: string | null;
            /** Destination */
            destination: string;
            /** Fingerprint */
            fingerprint: string;
            /** Key */
            key: string;
            /** Last Error */
            last_error: string;
            /** Last Status */
            last_status: number;
            /** Next At */
            next_at: string;
            /** Receipt */
            receipt: string;
            /**
             * State
             * @enum {string}
             */
            state: "pending" | "sending" | "delivered" | "uncertain" | "dead";
        };
        /**
         * Direction
         * @description What staff do: start, freeze, resume, speed, inject, takeover, annul, safety_stop, brief.
         */
        Direction: {
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Kind */
            kind: string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Target
             * @default
             */
            target: string;
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
        };
        /**
         * DiscrepancyAnswer
         * @description Why the chief examiner must look.
         */
        DiscrepancyAnswer: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * DrillOut
         * @description A drill. phase: lobby, briefing, running, frozen, ended, sealed. tick, digest: the newest that are on disk; the
         *     digest is that of `digest_tick`. Times: ISO 8601.
         */
        DrillOut: {
            /** Candidate */
            candidate: string;
            /** Commitment */
            commitment: string;
            /** Created At */
            created_at: string;
            /** Digest */
            digest: string;
            /** Digest Tick */
            digest_tick: number;
            /** Id */
            id: string;
            /** Mode */
            mode: string;
            /** Outcome */
            outcome: string;
            /** Parent */
            parent: string | null;
            /** Parent Tick */
            parent_tick: number | null;
            /** Phase */
            phase: string;
            /** Record Sha256 */
            record_sha256: string;
            /** Scenario */
            scenario: string;
            /**
             * Seats
             * @default []
             */
            seats: components["schemas"]["SeatOut"][];
            /** Speed */
            speed?: number | null;
            /** Ticks */
            ticks: number;
        };
        /**
         * ExaminerIn
         * @description A member of the panel. external: from outside the base. declared: has declared no conflict of interest.
         */
        ExaminerIn: {
            /** Account */
            account: string;
            /**
             * Declared
             * @default false
             */
            declared: boolean;
            /**
             * External
             * @default false
             */
            external: boolean;
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
            /** Fault */
            fault: number | null;
            sheet: components["schemas"]["SheetAnswer"];
            /** Versions */
            versions: components["schemas"]["VersionAnswer"][];
        };
        /**
         * LineAnswer
         * @description One line. open: it may be marked now. points: the machine's, null = for the examiner, or not known yet.
         */
        LineAnswer: {
            /** Critical */
            critical: boolean;
            /** Human */
            human: boolean;
            /** Item */
            item: string;
            /** Max Points */
            max_points: string;
            name: components["schemas"]["Words"];
            /** Open */
            open: boolean;
            /** Points */
            points: string | null;
            reason: components["schemas"]["Words"];
            /** Seconds */
            seconds: string | null;
            /** Section */
            section: string;
            standard: components["schemas"]["Words"];
            /** Tick */
            tick: number | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string;
            /** Too Fast */
            too_fast: boolean;
        };
        /**
         * LineWatched
         * @description One line of the sheet as far as the drill has come. state: human = for an examiner to judge; not_yet = not done
         *     yet; holds = earned if nothing happens until the end; done, lost. points: null unless done or lost: what is not done
         *     yet is no zero. provisional: what is still to come may change it. cue_tick: when its clock started, null = not yet
         *     or none. done_tick: when the act was done. tick: of what decided it, which may be what was missed. seconds: response
         *     time.
         */
        LineWatched: {
            /** Critical */
            critical: boolean;
            /** Cue Tick */
            cue_tick: number | null;
            /** Done Tick */
            done_tick: number | null;
            /** Item */
            item: string;
            /** Limit S */
            limit_s: number;
            /** Max Points */
            max_points: string;
            name: components["schemas"]["Words"];
            /** Points */
            points: string | null;
            /** Provisional */
            provisional: boolean;
            reason: components["schemas"]["Words"];
            /** Seconds */
            seconds: string | null;
            /** Section */
            section: string;
            /**
             * State
             * @enum {string}
             */
            state: "human" | "not_yet" | "holds" | "done" | "lost";
            /** Target S */
            target_s: number;
            /** Tick */
            tick: number | null;
            /** Time Max */
            time_max: string;
            /** Time Points */
            time_points: string | null;
            /** Too Fast */
            too_fast: boolean;
            what: components["schemas"]["Words"];
        };
        /**
         * LockBody
         * @description A lock. base_version: the version that is locked; it must be the last.
         */
        LockBody: {
            /** Base Version */
            base_version: number;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
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
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
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
            /** Reason */
            reason: string;
            /** Time Points */
            time_points: string;
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
             * Reason
             * @default
             */
            reason: string;
            /**
             * Time Points
             * @example 12.50
             */
            time_points: string;
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
            /** Role En */
            role_en: string;
            /** Role Zh */
            role_zh: string;
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
         * MomentWatched
         * @description Something for the timeline. kind: cue_revealed, fact, harm, alarm, directed, ended. text: with its moment.
         */
        MomentWatched: {
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /** Subject */
            subject: string;
            text: components["schemas"]["Words"];
            /** Tick */
            tick: number;
        };
        /**
         * NewAccount
         * @description What makes an account.
         */
        NewAccount: {
            /** Name */
            name: string;
            /**
             * Password
             * Format: password
             */
            password: string;
            role: components["schemas"]["Role"];
        };
        /**
         * NewBookmark
         * @description A bookmark to be made. id: made by the client, the same on every repeat.
         */
        NewBookmark: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Note
             * @default
             */
            note: string;
            /** Tick */
            tick: number;
        };
        /**
         * NewDrill
         * @description A drill to be opened. people: seats that people (or bots) hold; colleagues take the others. candidate: the
         *     pseudonymous number. examiners: of an exam, as many as the panel has. Nothing here chooses what is drawn.
         */
        NewDrill: {
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
            /** Scenario */
            scenario: string;
        };
        /**
         * OpenedOut
         * @description A drill that was opened, and the codes of its seats, told this once.
         */
        OpenedOut: {
            /** Codes */
            codes: {
                [key: string]: string;
            };
            drill: components["schemas"]["DrillOut"];
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
            decision: components["schemas"]["DecisionAnswer"] | null;
            /** Discrepancies */
            discrepancies: components["schemas"]["DiscrepancyAnswer"][];
            /** External */
            external: boolean;
            /** Mean */
            mean: string;
            /** Passed */
            passed: boolean;
            /** Provisional */
            provisional: boolean;
            /** Score */
            score: string;
            /** Sheets */
            sheets: components["schemas"]["TotalAnswer"][];
            /** Vetoes */
            vetoes: string[];
        };
        /**
         * OwnAnswer
         * @description One's own sheet. version: 0 = nothing saved. saved_at: of it, by the server's clock. sealed: machine's marks are
         *     in, the sheet may be locked. total: points so far, before any veto. missing: null = not sealed yet. reasons:
         *     ready-made reasons of overrides.
         */
        OwnAnswer: {
            /** Drill */
            drill: string;
            /** Lines */
            lines: components["schemas"]["LineAnswer"][];
            /** Missing */
            missing: components["schemas"]["MissingAnswer"][] | null;
            /** Reasons */
            reasons: {
                [key: string]: components["schemas"]["Words"];
            };
            /** Saved At */
            saved_at: string | null;
            /** Sealed */
            sealed: boolean;
            sheet: components["schemas"]["SheetAnswer"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Total */
            total: string;
            /** Version */
            version: number;
            /** Vetoes */
            vetoes: components["schemas"]["VetoAnswer"][];
        };
        /**
         * PanelAnswer
         * @description A panel. Before the last lock, how many are locked is all that is told of it.
         */
        PanelAnswer: {
            /** Drill */
            drill: string;
            /** Locked */
            locked: number;
            /** Of */
            of: number;
            outcome: components["schemas"]["OutcomeAnswer"] | null;
            /**
             * State
             * @enum {string}
             */
            state: "collecting" | "adjudicating" | "final";
        };
        /**
         * ResultFile
         * @description A result and its proof, as in a result.json.
         */
        ResultFile: {
            /** Fingerprint */
            fingerprint: string;
            /** Jws */
            jws: string;
            /** Result */
            result: {
                [key: string]: unknown;
            };
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
            brief: components["schemas"]["Both"];
            name: components["schemas"]["Both"];
            /** Seat */
            seat: string;
        };
        /**
         * SaveBody
         * @description A save. save_id: made by the client, the same on every repeat. base_version: the version it was looking at.
         */
        SaveBody: {
            /** Base Version */
            base_version: number;
            /** Global Rating */
            global_rating?: number | null;
            /**
             * Marks
             * @default {}
             */
            marks: {
                [key: string]: components["schemas"]["MarkBody"] | null;
            };
            /**
             * Notes
             * @default
             */
            notes: string;
            /**
             * Save Id
             * Format: uuid
             */
            save_id: string;
            /**
             * Vetoes
             * @default {}
             */
            vetoes: {
                [key: string]: boolean;
            };
        };
        /**
         * SavedAnswer
         * @description The version that a save or a lock has made; the same to every repeat of it.
         */
        SavedAnswer: {
            /** Drill */
            drill: string;
            /** Hash */
            hash: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            sheet: components["schemas"]["SheetAnswer"];
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Version */
            version: number;
        };
        /**
         * ScenarioOut
         * @description A scenario in short.
         */
        ScenarioOut: {
            /** Code */
            code: string;
            /** Duration S */
            duration_s: number;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
        };
        /**
         * SeatBriefing
         * @description A scenario to who holds a seat of it.
         */
        SeatBriefing: {
            /** Code */
            code: string;
            /** Drill */
            drill: string;
            /** Duration S */
            duration_s: number;
            /** Family */
            family: string;
            /** Id */
            id: string;
            /** Mandatory */
            mandatory: boolean;
            name: components["schemas"]["Both"];
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Rules */
            rules: components["schemas"]["Both"][];
            /** Seat */
            seat: string;
            /** Site */
            site: {
                [key: string]: unknown;
            };
            situation: components["schemas"]["Both"];
            task: components["schemas"]["Both"];
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
            /** Candidate */
            candidate: string;
            /** Claimed */
            claimed: boolean;
            /** Connected */
            connected: boolean;
            /** Holder */
            holder: string;
            /** Seat */
            seat: string;
        };
        /**
         * SheetAnswer
         * @description What an examiner has put down.
         */
        SheetAnswer: {
            /** Global Rating */
            global_rating: number | null;
            /** Marks */
            marks: {
                [key: string]: components["schemas"]["MarkAnswer"];
            };
            /** Notes */
            notes: string;
            /** Vetoes */
            vetoes: string[];
        };
        /**
         * Standing
         * @description What anyone may know who holds a fingerprint. current: no later version replaces it.
         */
        Standing: {
            /** Current */
            current: boolean;
            /** Exists */
            exists: boolean;
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
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * VersionAnswer
         * @description One version. kind: what made it: save, lock, replace. changes: what it changed, as it was sent.
         */
        VersionAnswer: {
            /** Actor */
            actor: string;
            /** Base Version */
            base_version: number;
            /** Changes */
            changes: {
                [key: string]: unknown;
            };
            /** Hash */
            hash: string;
            /** Kind */
            kind: string;
            /** Previous Hash */
            previous_hash: string;
            /** Reason */
            reason: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "locked";
            /** Version */
            version: number;
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
            drawn: components["schemas"]["Words"] | null;
            /** Id */
            id: string;
            /** Life */
            life: boolean;
            name: components["schemas"]["Words"];
            standard: components["schemas"]["Words"];
            /** Tick */
            tick: number | null;
        };
        /**
         * VetoWatched
         * @description A veto that the log draws. It stands.
         */
        VetoWatched: {
            /** Id */
            id: string;
            /** Life */
            life: boolean;
            name: components["schemas"]["Words"];
            reason: components["schemas"]["Words"];
            /** Tick */
            tick: number;
        };
        /**
         * WatchedAnswer
         * @description What the machine has seen up to a tick. over: the drill has ended, nothing changes any more. moments: those from
         *     the number asked for on; moments_so_far: how many there are.
         */
        WatchedAnswer: {
            /** Drill */
            drill: string;
            /** Lines */
            lines: components["schemas"]["LineWatched"][];
            /** Moments */
            moments: components["schemas"]["MomentWatched"][];
            /** Moments So Far */
            moments_so_far: number;
            /** Over */
            over: boolean;
            /** Tick */
            tick: number;
            /** Vetoes */
            vetoes: components["schemas"]["VetoWatched"][];
        };
        /**
         * Words
         * @description What a person reads.
         */
        Words: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    list_bookmarks_api_drills__drill__bookmarks_get: {
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
                    "application/json": components["schemas"]["BookmarkAnswer"][];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    make_bookmark_api_drills__drill__bookmarks_post: {
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
                "application/json": components["schemas"]["NewBookmark"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    remove_bookmark_api_drills__drill__bookmarks__bookmark__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                drill: string;
                bookmark: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
    get_watching_api_drills__drill__watching_get: {
        parameters: {
            query?: {
                from_moment?: number;
            };
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
                    "application/json": components["schemas"]["WatchedAnswer"];
                };
            };
            /** @description refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
                };
            };
        };
    };
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
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
                        /** Code */
                        code: string;
                        /** Detail */
                        detail: string;
                        /** En */
                        en: string;
                        /** Status */
                        status: number;
                        /** Title */
                        title: string;
                        /** Type */
                        type: string;
                        /** Zh */
                        zh: string;
                    };
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
